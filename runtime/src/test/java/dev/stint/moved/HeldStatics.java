package dev.stint.moved;

import dev.stint.AnchoredException;
import dev.stint.Tasklet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/** A static final that cannot travel is not reset: it anchors, until what cannot travel is gone. */
public final class HeldStatics {
  static final Logger LOG = Logger.getLogger("held");
  static final ExecutorService POOL = Executors.newSingleThreadExecutor();
  static final Map<String, Object> REGISTRY = new HashMap<>();

  private HeldStatics() {}

  public static void main(String[] args) {
    REGISTRY.put("thread", new Thread(() -> {}));
    REGISTRY.put("count", 5);
    try {
      Tasklet.moveTo("n2");
    } catch (AnchoredException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(REGISTRY.remove("thread") != null);
    REGISTRY.put("log", LOG);
    REGISTRY.put("pool", POOL);
    Tasklet.moveTo("n2");
    System.out.println(REGISTRY.get("count") + " " + (REGISTRY.get("log") == LOG));
    System.out.println(REGISTRY.get("pool") == POOL);
    POOL.shutdown();
  }
}
