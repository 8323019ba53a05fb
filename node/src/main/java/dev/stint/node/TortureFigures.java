package dev.stint.node;

import dev.stint.proto.TortureSite;
import dev.stint.runtime.TortureReport;

/** Torture's figures in the words of the contract. */
final class TortureFigures {
  private TortureFigures() {}

  static dev.stint.proto.TortureFigures of(TortureReport report) {
    dev.stint.proto.TortureFigures.Builder figures =
        dev.stint.proto.TortureFigures.newBuilder().setTaken(report.freezes());
    report
        .taken()
        .forEach((place, count) ->
            figures.addSites(TortureSite.newBuilder().setPlace(place).setTaken(count)));
    report
        .missed()
        .forEach((place, count) -> {
          int space = place.indexOf(' ');
          figures.addSites(
              TortureSite.newBuilder()
                  .setPlace(space < 0 ? place : place.substring(0, space))
                  .setMissed(count)
                  .setReason(space < 0 ? "" : place.substring(space + 1)));
        });
    return figures
        .setMissed(report.missed().values().stream().mapToLong(Long::longValue).sum())
        .build();
  }
}
