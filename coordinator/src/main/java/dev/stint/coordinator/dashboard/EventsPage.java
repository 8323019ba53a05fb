package dev.stint.coordinator.dashboard;

import java.util.List;

/**
 * What happened lately.
 *
 * @param events the newest first
 */
public record EventsPage(List<Event> events) {
  /** Most events listed. */
  public static final int MAX_EVENTS = 200;

  /** Something that happened. */
  public record Event(long number, long atMillis, String kind, String text, String tasklet) {}

  /** The page. */
  public static EventsPage of(ClusterRecords records) {
    return new EventsPage(
        records.events().reversed().stream()
            .limit(MAX_EVENTS)
            .map(event ->
                new Event(
                    event.getSequence(),
                    event.getAtMillis(),
                    event.getKind(),
                    event.getText(),
                    event.getTaskletId()))
            .toList());
  }
}
