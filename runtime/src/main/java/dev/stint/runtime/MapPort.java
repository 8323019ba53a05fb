package dev.stint.runtime;

import java.util.concurrent.CompletableFuture;

/** Where shared maps are kept. */
public interface MapPort {

  /** Carries out one operation, atomically. The future may be completed by any thread. */
  CompletableFuture<MapReply> ask(String map, MapQuestion question);
}
