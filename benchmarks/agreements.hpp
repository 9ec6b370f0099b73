// The agreements that are measured, and the steps they go through, one by one.
// Not here: timing.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <remit/check/check.hpp>
#include <remit/analysis/load.hpp>
#include <remit/core/source.hpp>
#include <remit/syntax/read.hpp>

namespace benchmarks {

inline std::string path_of(const std::string& name) { return REMIT_SOURCE_DIR "/examples/agreements/" + name; }

/// An agreement and the framework it includes, as texts.
struct texts {
  std::shared_ptr<remit::source_set> sources = std::make_shared<remit::source_set>();

  explicit texts(const std::string& name) {
    for (const std::string& file : {name, std::string{"statutory-england.remit"}}) {
      std::ifstream in{path_of(file), std::ios::binary};
      sources->add(file, {std::istreambuf_iterator<char>{in}, {}});
    }
  }

  std::vector<remit::read_file> read(remit::diagnostics& found) const {
    std::vector<remit::read_file> files;
    files.push_back({remit::syntax::read(*sources, 0, found), {1}});
    files.push_back({remit::syntax::read(*sources, 1, found), {}});
    return files;
  }
};

/// Loads, or ends the program: a benchmark of something else would mislead.
inline remit::loaded load(const std::string& name) {
  remit::loaded result = remit::load(path_of(name));
  if (!result) {
    std::fprintf(stderr, "%s does not load\n", name.c_str());
    std::exit(1);
  }
  return result;
}

}  // namespace benchmarks
