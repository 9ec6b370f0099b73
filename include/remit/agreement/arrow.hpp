// Columns of Arrow as a batch: what DuckDB, Polars, Spark and pyarrow hand over through the Arrow C data interface.
// Not here: owning or releasing them; the host does, after the batch. In the compiled library (link remit::language).
#pragma once

#include <cstdint>
#include <string>

#include <remit/agreement/batch.hpp>

// The structures of the interface as its specification has them, so that no header of Arrow's is needed.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

}  // extern "C"
#endif

namespace remit {

/// Binds the columns of a record batch (a struct array of `actions.rows()` rows) by their names: `decision`, `by`, `on`, and
/// each fact and ritual. A null is a missing value. Numbers, days, yes/no and codes of dictionaries are read in place; texts
/// and decimals are read when bound.
///
///   decision, by, one of, text   text (utf8, large utf8), or a dictionary of texts
///   yes/no                       bool, or a whole number that is 0 or 1
///   money                        decimal128, or a whole number of minor units (pence)
///   number, whole number         decimal128, or a whole number
///   date, on, ritual             date32; a ritual that was never held: the least date32 there is
///   duration                     a whole number of minutes
///   any of                       list or large list of texts or of a dictionary of texts
///
/// Returns what is wrong, naming the column, and leaves the batch half bound; empty if all is well. A name in a column that
/// the agreement does not have is no fault of the column: its rows are refused (unknown_party, out_of_range) when judged,
/// an unknown decision is one outside the agreement.
/// The arrays are the host's and must be well formed, as the interface demands; they stay until the batch is judged.
std::string bind(batch& actions, const ArrowSchema& schema, const ArrowArray& columns);

}  // namespace remit
