package dev.stint.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a job's class path and files to the cluster, uploading only what it does not have. */
final class Shipping {
  private final ClusterGateway gateway;
  private final DigestCache digests;

  Shipping(ClusterGateway gateway, DigestCache digests) {
    this.gateway = gateway;
    this.digests = digests;
  }

  /** With the digests remembered in the user's cache folder. */
  static Shipping withUserCache(ClusterGateway gateway) {
    return new Shipping(
        gateway,
        new DigestCache(ThisProcess.cacheFolder().resolve("digests"), InstantSource.system()));
  }

  /**
   * Packs folders and computes digests.
   *
   * @throws NotShippableException if a file cannot be read
   */
  Cargo load(List<Path> classpath, Map<String, Path> files) {
    List<Path> packed = new ArrayList<>();
    List<ShippedFile> entries = new ArrayList<>();
    Map<String, ShippedFile> named = new LinkedHashMap<>();
    Cargo cargo =
        new Cargo(
            Collections.unmodifiableList(entries), Collections.unmodifiableMap(named), packed);
    try {
      for (Path entry : classpath) {
        entries.add(Files.isDirectory(entry) ? pack(entry, packed) : file(entry));
      }
      for (Map.Entry<String, Path> file : files.entrySet()) {
        named.put(file.getKey(), jobFile(file.getKey(), file.getValue()));
      }
    } catch (NotShippableException e) {
      cargo.close();
      throw e;
    }
    digests.save();
    return cargo;
  }

  /** Uploads what the cluster lacks. */
  Uploaded upload(Cargo cargo) {
    List<ShippedFile> all = cargo.all();
    Set<ContentDigest> missing = gateway.missing(all.stream().map(ShippedFile::digest).toList());
    int files = 0;
    long bytes = 0;
    for (ShippedFile file : all) {
      if (missing.contains(file.digest())) {
        gateway.upload(file);
        files++;
        bytes += file.size();
      }
    }
    return new Uploaded(files, bytes);
  }

  private ShippedFile pack(Path folder, List<Path> packed) {
    try {
      Path jar = Files.createTempFile("stint-", ".jar");
      packed.add(jar);
      try (OutputStream out = Files.newOutputStream(jar)) {
        FolderJar.pack(folder, out);
      }
      return new ShippedFile(DigestCache.compute(jar), name(folder), Files.size(jar), jar);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private ShippedFile jobFile(String name, Path path) {
    if (!Files.isRegularFile(path)) {
      throw new NotShippableException(
          "the job's file "
              + name
              + " is not there: "
              + path.toAbsolutePath()
              + (Files.isDirectory(path) ? " is a folder. Ship a zip of it" : " does not exist"),
          null);
    }
    return file(path);
  }

  private ShippedFile file(Path path) {
    try {
      return new ShippedFile(digests.of(path), name(path), Files.size(path), path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static NotShippableException unreadable(Path path, IOException e) {
    return new NotShippableException(
        path + " cannot be read (" + e.getMessage() + "), so it cannot be sent to the cluster", e);
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** What an upload sent. */
  record Uploaded(int files, long bytes) {}
}
