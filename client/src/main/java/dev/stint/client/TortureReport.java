package dev.stint.client;

import java.util.List;

/**
 * How often torture mode froze a job.
 *
 * @param taken freezes that were made
 * @param missed freezes that were due, but the tasklet was pinned or anchored
 * @param sites the same by place in the program
 */
public record TortureReport(long taken, long missed, List<Site> sites) {
  public TortureReport {
    sites = List.copyOf(sites);
  }

  /**
   * One place in the program.
   *
   * @param place for example {@code Census.java:120}
   * @param reason why freezes were missed there; empty if none were
   */
  public record Site(String place, long taken, long missed, String reason) {}
}
