"""The Conan 2 recipe: the library with both doors, and the command. How to use it: README.md, "Conan"."""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain
from conan.tools.files import copy, load

required_conan_version = ">=2.0"


class Remit(ConanFile):
    name = "remit"
    description = "Decision rights of self-managing teams: who may decide what, decided and explained"
    license = "Apache-2.0"
    topics = ("policy", "decision-rights", "social-care")
    package_type = "static-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"with_command": [True, False]}
    default_options = {"with_command": True}

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "..", "include", "remit", "version.hpp"))
        self.version = re.search(r'#define REMIT_VERSION "([^"]+)"', header).group(1)

    def export_sources(self):
        root = os.path.join(self.recipe_folder, "..")
        for pattern in ("CMakeLists.txt", "include/*", "src/*", "grammar/*", "examples/agreements/*", "examples/schemas/*", "LICENSE", "*.md"):
            copy(self, pattern, root, self.export_sources_folder)

    def layout(self):
        self.folders.root = ".."
        self.folders.build = "build/conan"
        self.folders.generators = "build/conan/generators"

    def validate(self):
        check_min_cppstd(self, 20)

    # What the library is made of stays inside it: a consumer sees only OpenSSL, and that only to link.
    def requirements(self):
        self.requires("openssl/[>=3 <4]")
        self.requires("boost/[>=1.74 <2]", visible=False, options={"header_only": True})
        self.requires("fmt/[>=9]", visible=False, options={"header_only": True})
        self.requires("ms-gsl/[>=4 <5]", visible=False)
        self.requires("nlohmann_json/[>=3.11 <4]", visible=False)
        if self.options.with_command:
            self.requires("cli11/[>=2.1 <3]", visible=False)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["REMIT_BUILD_TESTS"] = False
        toolchain.cache_variables["REMIT_BUILD_COMMAND"] = bool(self.options.with_command)
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()

    def package_info(self):
        # CMake consumers get the package's own configuration file; the rest is for other generators.
        self.cpp_info.set_property("cmake_find_mode", "none")
        host, language = self.cpp_info.components["host"], self.cpp_info.components["language"]
        host.libdirs, host.builddirs = [], [os.path.join("lib", "cmake", "remit")]
        language.libs, language.requires = ["remit_language"], ["host"]
        # A profile may take OpenSSL from the system; then there is no package to name.
        if any(dependency.ref.name == "openssl" for dependency in self.dependencies.values()):
            language.requires.append("openssl::crypto")
        else:
            language.system_libs = ["crypto"]
