// Writes the rules of an agreement as C++: write_by_hand AGREEMENT FOLDER puts by_hand.hpp, plain.cpp, branch_free.cpp there.
// Not here: what is written (write_types.cpp, write_plain.cpp, write_branch_free.cpp).
#include "write.hpp"

#include <cstdio>
#include <fstream>

#include <remit/analysis/load.hpp>

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("usage: write_by_hand AGREEMENT FOLDER\n", stderr), 2;
  const remit::loaded loaded = remit::load(arguments[1]);
  if (!loaded) return std::fprintf(stderr, "%s does not load\n", arguments[1]), 1;
  const drafting::plan plan = drafting::plan_of(*loaded.document());
  const auto put = [&](const char* name, const std::string& text) {
    std::ofstream out{std::string{arguments[2]} + "/" + name, std::ios::binary};
    out << text;
    return out.good();
  };
  const bool written =
      put("by_hand.hpp", types_of(plan)) && put("plain.cpp", plain(plan)) && put("branch_free.cpp", branch_free(plan));
  return written ? 0 : (std::fprintf(stderr, "%s cannot be written to\n", arguments[2]), 1);
}
