package dev.stint.cli;

import dev.stint.client.EventView;

/** An event as one line. */
final class EventText {
  private EventText() {}

  /** With the time and the kind. */
  static String of(EventView event) {
    return Shown.time(event.at()) + "  " + String.format("%-7s", event.kind()) + "  " + what(event);
  }

  /** For a move: who, from where, to where and why. */
  static String what(EventView event) {
    if (!event.kind().equals("move") || event.tasklet().isEmpty()) {
      return event.text();
    }
    String why = event.text().isEmpty() ? "" : " (" + event.text() + ")";
    return event.tasklet() + " " + event.from() + " -> " + event.to() + why;
  }
}
