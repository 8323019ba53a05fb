package dev.stint.coordinator.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import dev.stint.cluster.Bytes;
import dev.stint.coordinator.Grid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The grid as Hazelcast maps of bytes. Members know one another by a fixed list, never by
 * multicast; a group of one listens on loopback only.
 *
 * <p>Hazelcast starts a thread per asynchronous reply where the common pool has fewer than two
 * threads; {@code CoordinatorMain} sees to that before the first use of the pool.
 */
public final class HazelcastGrid implements Grid {
  private static final String LOOPBACK = "127.0.0.1";

  /** Maps of the coordinators' own; the least used entries go when there are too many. */
  private static final String OURS = "stint.*";

  private static final int MAX_OURS = 20_000;

  private final HazelcastInstance hazelcast;
  private final ExecutorService queries =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grid-query-", 0).factory());

  private HazelcastGrid(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /** Starts a member of its own on loopback; takes a few seconds. */
  public static HazelcastGrid start() {
    return new HazelcastGrid(Hazelcast.newHazelcastInstance(config()));
  }

  private static Config config() {
    Config config = new Config();
    config.setClusterName("stint");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.partition.count", "31");
    config.getJetConfig().setEnabled(false);
    config.getMetricsConfig().setEnabled(false);
    NetworkConfig network = config.getNetworkConfig();
    network.setPort(0).setPortAutoIncrement(false);
    network.setPublicAddress(LOOPBACK);
    network.getInterfaces().setEnabled(true).setInterfaces(List.of(LOOPBACK));
    network.getJoin().getAutoDetectionConfig().setEnabled(false);
    network.getJoin().getMulticastConfig().setEnabled(false);
    network.getJoin().getTcpIpConfig().setEnabled(false);
    config.addMapConfig(
        new MapConfig("default").setInMemoryFormat(InMemoryFormat.BINARY).setBackupCount(1));
    MapConfig ours = new MapConfig(OURS).setBackupCount(1);
    ours.getEvictionConfig()
        .setEvictionPolicy(EvictionPolicy.LRU)
        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
        .setSize(MAX_OURS);
    config.addMapConfig(ours);
    return config;
  }

  private IMap<byte[], byte[]> of(String map) {
    return hazelcast.getMap(map);
  }

  private static Optional<Bytes> bytes(byte @Nullable [] value) {
    return value == null ? Optional.empty() : Optional.of(Bytes.adopt(value));
  }

  @Override
  public CompletionStage<Optional<Bytes>> get(String map, Bytes key) {
    return of(map).getAsync(key.toByteArray()).thenApply(HazelcastGrid::bytes);
  }

  @Override
  public CompletionStage<@Nullable Void> put(String map, Bytes key, Bytes value) {
    return of(map)
        .setAsync(key.toByteArray(), value.toByteArray())
        .<@Nullable Void>thenApply(_ -> null);
  }

  @Override
  public CompletionStage<Optional<Bytes>> remove(String map, Bytes key) {
    return of(map).removeAsync(key.toByteArray()).thenApply(HazelcastGrid::bytes);
  }

  /** These have no asynchronous form, so a virtual thread waits for them. */
  @Override
  public CompletionStage<Boolean> compareAndSet(
      String map, Bytes key, Optional<Bytes> expected, Optional<Bytes> value) {
    return CompletableFuture.supplyAsync(
        () -> compareAndSetNow(of(map), key.toByteArray(), expected, value), queries);
  }

  private static boolean compareAndSetNow(
      IMap<byte[], byte[]> map, byte[] key, Optional<Bytes> expected, Optional<Bytes> value) {
    if (expected.isPresent()) {
      byte[] before = expected.get().toByteArray();
      return value.isPresent()
          ? map.replace(key, before, value.get().toByteArray())
          : map.remove(key, before);
    }
    return value.isPresent()
        ? map.putIfAbsent(key, value.get().toByteArray()) == null
        : !map.containsKey(key);
  }

  @Override
  public CompletionStage<Map<Bytes, Bytes>> entries(String map) {
    return CompletableFuture.supplyAsync(
        () ->
            of(map).entrySet().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        entry -> Bytes.adopt(entry.getKey()),
                        entry -> Bytes.adopt(entry.getValue()))),
        queries);
  }

  @Override
  public void close() {
    queries.shutdown();
    hazelcast.getLifecycleService().terminate();
  }
}
