// Where reading goes on after a mistake.
// Not here: the rules that ask (recover.hpp), the wording (complain.hpp).
#pragma once

#include "builder.hpp"
#include "vocabulary.hpp"

namespace remit::grammar {

/// Where reading goes on after a mistake at `at` in something that began at `begin`: at the next thing of the room, or
/// at the room's end. Always behind `begin`.
place next_in(builder& b, room where, place begin, place at);
/// The `{` of a block whose head is broken; null where the next thing comes first.
place block_behind(builder& b, place at);
/// Whether a line of the room begins here, so that a missing `{` is all that is wrong.
inline bool begins_inside(builder& b, token t, room inside) { return b.begins_line(t) && opens_in(b, t, inside); }
/// Complains of a file whose first statement names neither an agreement nor a framework.
void check_opening(builder& b, place& at);
/// Keeps the name that the thing at `begin` declares.
void note_unread(builder& b, room where, place begin);

}  // namespace remit::grammar
