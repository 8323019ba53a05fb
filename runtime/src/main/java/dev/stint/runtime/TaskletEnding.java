package dev.stint.runtime;

import dev.stint.image.NotSerializableStateException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** How a tasklet ended, for those who join it, for the host, and as a state. */
record TaskletEnding(CellEnd forJoiners, CellOutcome forHost, TaskletState state) {

  /** Packs what the body returned or threw. A result that cannot be handed over is a failure. */
  static TaskletEnding of(JobSide side, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Thrown thrown -> ofThrown(side, thrown.throwable());
      case Outcome.Value value -> {
        try {
          Parcel parcel = Parcel.of(value.value(), side);
          yield new TaskletEnding(
              new CellEnd.Ended(parcel),
              new CellOutcome.Returned(parcel.imageFor(side)),
              TaskletState.DONE);
        } catch (RuntimeException e) {
          yield ofThrown(side, e);
        }
      }
    };
  }

  private static TaskletEnding ofThrown(JobSide side, Throwable thrown) {
    StackTraces.clean(thrown);
    Throwable travelling = thrown;
    byte[] image;
    try {
      image = side.encode(thrown);
    } catch (NotSerializableStateException e) {
      travelling = new IllegalStateException(thrown.toString());
      travelling.setStackTrace(thrown.getStackTrace());
      image = new byte[0];
    }
    Parcel parcel = Parcel.thrown(travelling, side);
    return new TaskletEnding(
        new CellEnd.Ended(parcel),
        new CellOutcome.Threw(
            image, thrown.getClass().getName(), messageOf(thrown), linesOf(thrown)),
        TaskletState.FAILED);
  }

  private static String messageOf(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "" : ExceptionTexts.asWritten(message);
  }

  private static List<String> linesOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return ExceptionTexts.asWritten(text.toString()).lines().toList();
  }
}
