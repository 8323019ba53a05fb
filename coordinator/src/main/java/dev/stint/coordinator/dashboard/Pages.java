package dev.stint.coordinator.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;

/** All pages of a moment, by topic of the stream. */
public final class Pages {
  private Pages() {}

  /** The pages, ready to be encoded. */
  public static Map<String, Object> of(ClusterRecords records, Series series) {
    OverviewPage overview = OverviewPage.of(records, series.movesPerSecond());
    Map<String, Object> pages = new LinkedHashMap<>();
    pages.put("overview", overview);
    pages.put("series", series.columns());
    pages.put("nodes", NodesPage.of(records));
    pages.put("jobs", JobsPage.of(records, overview));
    pages.put("map", MapPage.of(records));
    pages.put("moves", MovesPage.of(records));
    pages.put("events", EventsPage.of(records));
    return pages;
  }
}
