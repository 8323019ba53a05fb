package dev.stint.runtime;

/** What those who join a tasklet get from it. */
sealed interface CellEnd {

  /** What its body returned, or the exception that it threw. */
  record Ended(Parcel result) implements CellEnd {}

  /** It was cancelled. */
  record Cancelled() implements CellEnd {}
}
