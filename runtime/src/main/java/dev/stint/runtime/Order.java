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

  /** Does it to a tasklet that is here. */
  void apply(LiveTasklet tasklet) {
    switch (this) {
      case PAUSE -> tasklet.requestPause();
      case RESUME -> tasklet.resume();
      case START -> start(tasklet);
      case TRAP -> tasklet.requests().add(Requests.TRAP);
      case UNTRAP -> tasklet.requests().take(Requests.TRAP);
    }
  }

  private static void start(LiveTasklet tasklet) {
    if (!tasklet.requests().has(Requests.UNSTARTED)) {
      throw new IllegalStateException("the tasklet has been started before");
    }
    tasklet.resume();
  }

  /** Sends it to a tasklet, wherever that is. */
  void send(Cell from, CellId to) {
    Cell here = from.job().resident(to);
    if (here != null) {
      apply(here.tasklet());
    } else {
      from.job().mail().order(from.nextOp(), to, this);
    }
  }
}
