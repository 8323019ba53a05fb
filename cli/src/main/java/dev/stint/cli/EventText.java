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
    return isHop(event) ? hop(event, Integer.MAX_VALUE) : event.text();
  }

  /** A hop with at most so many characters of its reason. */
  static String hop(EventView event, int reasonLength) {
    String route = event.from() + " -> " + event.to();
    int told = event.text().indexOf(route + ": ");
    String reason = told < 0 ? event.text() : event.text().substring(told + route.length() + 2);
    String shown =
        reason.length() <= reasonLength ? reason : reason.substring(0, reasonLength) + "...";
    return event.tasklet() + " " + route + (shown.isEmpty() ? "" : " (" + shown + ")");
  }
}
