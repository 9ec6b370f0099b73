// Corners of regions and their neighbours.
// Not here: what they should get.
#include "support/region_points.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace remit::generate {
namespace {

constexpr std::size_t most_corners = 64;

class pointing {
 public:
  pointing(const checked::document& d, const checked::condition& when, const oracle::action& within) : d_{d}, within_{within} {
    note(when);
  }

  std::vector<oracle::action> run() {
    corners();
    const std::vector<oracle::action> at_corners = points_;
    for (const oracle::action& corner : at_corners) {
      for (const auto& [input, bounds] : bounds_)
        for (const std::int64_t off : {-1, 1}) {
          oracle::action beyond = corner;
          beyond.inputs[input].amount += off * d_.inputs[input].step;
          add(std::move(beyond));
        }
      for (const atom& a : sums_) {
        to_border(corner, a.first, a.sign_first, a.second, a.sign_second, a.limit);
        to_border(corner, a.second, a.sign_second, a.first, a.sign_first, a.limit);
      }
    }
    for (const std::uint32_t i : valued_) other_values(i);
    return std::move(points_);
  }

 private:
  void note(const checked::condition& c) {
    for (const checked::condition& child : c.children) note(child);
    if (c.kind != checked::condition_kind::atom || !c.atom.first) return;
    const atom& a = c.atom;
    texts_.insert(c.texts.begin(), c.texts.end());
    if (a.kind != atom_kind::linear) return void(valued_.insert(a.first.value));
    if (a.sign_second == 0) {
      // The bound as told, and where `over` or `under` really ends.
      for (const std::int64_t off : {-1, 0, 1})
        bounds_[a.first.value].insert(a.sign_first * a.limit + off * d_.inputs[a.first.value].step);
      return;
    }
    sums_.push_back(a);
    for (const input_id i : {a.first, a.second}) bounds_[i.value].insert(within_.inputs.at(i.value).amount);
  }

  // Each variable at its bounds and the ends of its range, one after the other, until there are many corners.
  void corners() {
    points_.push_back(within_);
    for (const auto& [input, bounds] : bounds_) {
      std::set<std::int64_t> ends = bounds;
      const checked::input& in = d_.inputs[input];
      ends.insert({in.least, in.most - in.most % in.step});
      const std::vector<oracle::action> so_far = points_;
      for (const oracle::action& from : so_far)
        for (const std::int64_t end : ends) {
          oracle::action corner = points_.size() < most_corners ? from : within_;
          corner.inputs[input].amount = end;
          add(std::move(corner));
        }
    }
  }

  void to_border(oracle::action at, input_id moved, int sign_moved, input_id kept, int sign_kept, std::int64_t limit) {
    const checked::input& in = d_.inputs[moved.value];
    const std::int64_t border = sign_moved * (limit - sign_kept * at.inputs[kept.value].amount);
    for (const std::int64_t off : {-1, 0, 1}) {
      at.inputs[moved.value].amount = border - border % in.step + off * in.step;
      add(at);
    }
  }

  void other_values(std::uint32_t input) {
    const checked::input& in = d_.inputs[input];
    const oracle::value own = within_.inputs.at(input);
    const auto with = [&](oracle::value v) {
      oracle::action other = within_;
      other.inputs[input] = std::move(v);
      add(std::move(other));
    };
    switch (in.kind) {
      case input_kind::yes_no: return with({1 - own.amount, {}});
      case input_kind::one_of:
        for (std::size_t v = 0; v < in.values.size(); ++v) with({static_cast<std::int64_t>(v), {}});
        return;
      case input_kind::any_of:
        for (std::size_t v = 0; v < in.values.size(); ++v) with({own.amount ^ (std::int64_t{1} << v), {}});
        return;
      case input_kind::text:
        for (const std::string& t : texts_) with({0, t});
        return with({0, "yet another text"});
      case input_kind::ritual: return with({own.amount == never_held ? within_.inputs.at(0).amount : never_held, {}});
      default: return;
    }
  }

  // Only an action that there can be. A ritual that was just held goes with its day.
  void add(oracle::action a) {
    for (auto& [i, v] : a.inputs) {
      const checked::input& in = d_.inputs[i];
      if (in.kind == input_kind::ritual) {
        if (v.amount != never_held) v.amount = a.inputs.at(0).amount;
      } else if (in.kind != input_kind::text && in.kind != input_kind::any_of) {
        if (v.amount < in.least || v.amount > in.most || v.amount % in.step != 0) return;
      }
    }
    points_.push_back(std::move(a));
  }

  const checked::document& d_;
  oracle::action within_;
  std::map<std::uint32_t, std::set<std::int64_t>> bounds_;
  std::vector<atom> sums_;
  std::set<std::uint32_t> valued_;
  std::set<std::string> texts_;
  std::vector<oracle::action> points_;
};

}  // namespace

std::vector<oracle::action> region_points(const checked::document& d, const checked::condition& when,
                                          const oracle::action& within) {
  return pointing{d, when, within}.run();
}

}  // namespace remit::generate
