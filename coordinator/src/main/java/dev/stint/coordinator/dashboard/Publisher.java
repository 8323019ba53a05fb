package dev.stint.coordinator.dashboard;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pages, once for all viewers, and only while there are any; samples the series always.
 * Driven by one thread.
 */
public final class Publisher {
  /** Time between two steps. */
  public static final Duration PERIOD = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final long PATIENCE_SECONDS = 5;

  /** Where records come from; called from the publisher's thread. */
  public interface Source {
    /** What the series need. */
    CompletableFuture<ClusterFigures> figures();

    /** All that the pages need. */
    ClusterRecords records(ClusterFigures figures)
        throws InterruptedException, ExecutionException, TimeoutException;

    /** The moves that count for quantiles. */
    MoveHistory moves();
  }

  private final Source source;
  private final Function<Object, byte[]> encoder;
  private final Broadcast broadcast;
  private final Series series = new Series();
  private long lastSample = Long.MIN_VALUE;

  /**
   * A publisher.
   *
   * @param encoder gives one line of JSON
   */
  public Publisher(Source source, Function<Object, byte[]> encoder, Broadcast broadcast) {
    this.source = source;
    this.encoder = encoder;
    this.broadcast = broadcast;
  }

  /** One step: a sample if one is due, and the pages if somebody watches. */
  public void step() {
    try {
      boolean isWatched = broadcast.viewers() > 0;
      if (!isWatched) {
        broadcast.clear();
      }
      ClusterFigures figures = source.figures().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      sample(figures);
      if (isWatched) {
        ClusterRecords records = source.records(figures);
        Pages.of(records, series)
            .forEach((topic, page) -> broadcast.publish(topic, encoder.apply(page)));
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the dashboard shows nothing new: {}", String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sample(ClusterFigures figures) {
    long now = figures.now().toEpochMilli();
    if (lastSample == Long.MIN_VALUE || now - lastSample >= Series.STEP.toMillis()) {
      lastSample = now;
      series.add(figures, source.moves().since(figures.now().minus(OverviewPage.WINDOW)));
    }
  }
}
