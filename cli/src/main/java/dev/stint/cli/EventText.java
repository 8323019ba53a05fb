package dev.stint.cli;

import dev.stint.client.EventView;

/** An event as one line. */
final class EventText {
  private EventText() {}

  /** With the time and the kind. */
  static String of(EventView event) {
    return Shown.time(event.at()) + "  " + String.format("%-7s", event.kind()) + "  " + what(event);
  }

  /** Whether a tasklet has gone to another node; a move that was refused stays where it was. */
  static boolean isHop(EventView event) {
    return event.kind().equals("move")
        && !event.tasklet().isEmpty()
        && !event.from().equals(event.to());
  }

  /** For a move: who, from where, to where and why. */
  static String what(EventView event) {
    if (!isHop(event)) {
      return event.text();
    }
    String why = event.text().isEmpty() ? "" : " (" + event.text() + ")";
    return event.tasklet() + " " + event.from() + " -> " + event.to() + why;
  }
}
