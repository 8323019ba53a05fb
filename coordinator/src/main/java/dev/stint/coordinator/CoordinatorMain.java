package dev.stint.coordinator;

import dev.stint.coordinator.hazelcast.HazelcastGrid;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The coordinator as a process: runs until it is told to end (SIGTERM or Ctrl-C). */
public final class CoordinatorMain {
  private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";
  private static final int FEW_PROCESSORS = 2;

  private CoordinatorMain() {}

  /** Exit codes: 0 told to end, 2 usage, 5 port or folder in use, 6 address or folder unusable. */
  public static void main(String[] arguments) throws InterruptedException {
    LineFormat.install();
    preparePool();
    Coordinator coordinator;
    try {
      CoordinatorOptions options = CoordinatorOptions.parse(arguments);
      warnIfExposed(options);
      coordinator = Coordinator.start(options, HazelcastGrid::start);
    } catch (StartupException e) {
      System.err.println("stint coordinator: " + e.getMessage());
      System.exit(e.kind().exitCode());
      return;
    }
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  told.countDown();
                  awaitQuietly(closed);
                },
                "coordinator-stop"));
    Logger log = LoggerFactory.getLogger(CoordinatorMain.class);
    log.info("coordinator listens on {}", coordinator.address());
    if (coordinator.httpAddress() != null) {
      log.info("the dashboard, health and metrics are at http://{}/", coordinator.httpAddress());
    }
    told.await();
    log.info("coordinator stops");
    coordinator.close();
    closed.countDown();
  }

  /** Before anything uses the common pool: with one thread or none, Hazelcast makes thousands. */
  private static void preparePool() {
    if (Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS
        && System.getProperty(POOL) == null) {
      System.setProperty(POOL, Integer.toString(FEW_PROCESSORS));
    }
  }

  private static void warnIfExposed(CoordinatorOptions options) throws StartupException {
    if (options.insecure() && options.isExposed()) {
      LoggerFactory.getLogger(CoordinatorMain.class)
          .warn(
              "listening on {} without mTLS (--insecure): whoever reaches the port can run code on"
                  + " the nodes",
              options.host());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
