package dev.stint.node.disk;

import dev.stint.cluster.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Blobs on disk under their digests, shared by all jobs. A file here is whole: it is written aside,
 * checked and renamed; one that an earlier process left is checked before its first use.
 */
public final class BlobCache {
  private final Path directory;
  private final BlobSource source;
  private final Set<Digest> checked = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<Digest, CompletableFuture<Path>> fetching =
      new ConcurrentHashMap<>();

  /** A cache in a directory of its own, which is made; leavings of a crash are removed. */
  public BlobCache(Path directory, BlobSource source) throws IOException {
    this.directory = directory;
    this.source = source;
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path leftover : files.filter(BlobCache::isPartial).toList()) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  /**
   * The local path of a blob; waits while it is fetched. Callers that want the same blob at the
   * same time share one fetch.
   *
   * @param name the file's name as the user knows it, for messages
   * @throws IOException if it cannot be had, naming the file and the cause
   */
  public Path path(Digest digest, String name) throws IOException {
    Path file = directory.resolve(digest.hex());
    if (checked.contains(digest)) {
      return file;
    }
    CompletableFuture<Path> mine = new CompletableFuture<>();
    CompletableFuture<Path> first = fetching.putIfAbsent(digest, mine);
    if (first != null) {
      return await(first);
    }
    try {
      provide(digest, name, file);
      checked.add(digest);
      mine.complete(file);
      return file;
    } catch (IOException | RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      fetching.remove(digest);
    }
  }

  private void provide(Digest digest, String name, Path file) throws IOException {
    if (Files.exists(file) && digestOf(file).equals(digest)) {
      return;
    }
    Path aside = Files.createTempFile(directory, digest.hex(), ".part");
    try {
      Digest found = fetch(digest, aside);
      if (!found.equals(digest)) {
        throw new IOException(
            name
                + " arrived damaged: its content is "
                + found
                + ", not "
                + digest
                + ". Submit the job again; if it happens again, check the coordinator's disk");
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw e.getMessage() != null && e.getMessage().contains(name)
          ? e
          : new IOException("cannot fetch " + name + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private Digest fetch(Digest digest, Path aside) throws IOException {
    MessageDigest sha = sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(aside), sha)) {
      source.read(digest, out);
    }
    return Digest.of(sha.digest());
  }

  private static Digest digestOf(Path file) throws IOException {
    MessageDigest sha = sha256();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
      in.transferTo(out);
    }
    return Digest.of(sha.digest());
  }

  private static Path await(CompletableFuture<Path> first) throws IOException {
    try {
      return first.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new IOException(cause.getMessage(), cause);
      }
      throw e;
    }
  }

  private static boolean isPartial(Path file) {
    return file.toString().endsWith(".part");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
