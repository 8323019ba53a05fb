package dev.stint.runtime;

/** What one tasklet, or an operator, tells another about its run. */
enum Order {
  PAUSE,
  RESUME,
  START,
  /** It must not wait. */
  TRAP,
  /** It may wait. */
  UNTRAP;

  /** Does it to a tasklet that is here; false if that has no effect: it was started before. */
  boolean apply(LiveTasklet tasklet) {
    switch (this) {
      case PAUSE -> tasklet.requestPause();
      case RESUME -> tasklet.resume();
      case START -> {
        if (!tasklet.requests().has(Requests.UNSTARTED)) {
          return false;
        }
        tasklet.resume();
      }
      case TRAP -> tasklet.requests().add(Requests.TRAP);
      case UNTRAP -> tasklet.requests().take(Requests.TRAP);
    }
    return true;
  }

  /**
   * Sends it to a tasklet, wherever that is.
   *
   * @throws IllegalStateException if the tasklet is here and was started before
   */
  void send(Cell from, CellId to) {
    Cell here = from.job().resident(to);
    if (here != null) {
      if (!apply(here.tasklet())) {
        throw new IllegalStateException("the tasklet has been started before");
      }
    } else {
      from.job().mail().order(from.nextOp(), to, this);
    }
  }
}
