// Files of an agreement: the file given, and includes below its folder.
// Not here: what the files say.
#include "folder.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include <remit/syntax/read.hpp>

namespace remit {
namespace {

namespace fs = std::filesystem;

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path from_folder = file.lexically_relative(folder);
  return !from_folder.empty() && from_folder.is_relative() && *from_folder.begin() != "..";
}

}  // namespace

resolved_include read_text_file(const std::string& path) {
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (!fs::exists(status)) return {{}, path, "there is no such file"};
  if (fs::is_directory(status)) return {{}, path, "it is a folder"};
  if (!fs::is_regular_file(status)) return {{}, path, "it is not an ordinary file"};
  const auto size = fs::file_size(path, failed);
  if (!failed && size > syntax::limits{}.bytes) return {{}, path, "it is larger than 64 MiB"};
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  if (file && size > 0) text << file.rdbuf();
  if (!file || !text) return {{}, path, "it cannot be opened for reading"};
  return {std::move(text).str(), path, {}};
}

include_resolver folder_of(const std::string& root) {
  const fs::path folder = fs::path{root}.parent_path();
  return [folder](std::string_view path, std::string_view from) -> resolved_include {
    const fs::path wanted{path};
    if (wanted.empty()) return {{}, {}, "the path is empty"};
    const fs::path file = (fs::path{from}.parent_path() / wanted).lexically_normal();
    std::error_code failed;
    // By the path as written, and again where symbolic links really lead.
    // From the root on: of a path of which nothing exists only an absolute one comes back as such.
    const auto real = [&failed](const fs::path& at) {
      const fs::path whole = fs::absolute(at, failed);
      return failed ? whole : fs::weakly_canonical(whole, failed);
    };
    const fs::path top = real(folder.empty() ? fs::path{"."} : folder);
    const fs::path real_file = failed ? fs::path{} : real(file);
    if (wanted.is_absolute() || failed || !lies_in(real_file, top)) return {{}, file.string(), "it lies outside the folder of the agreement", true};
    return read_text_file(file.string());
  };
}

}  // namespace remit
