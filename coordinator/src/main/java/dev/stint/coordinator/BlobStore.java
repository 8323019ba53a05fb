package dev.stint.coordinator;

import dev.stint.cluster.Digest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Content by its SHA-256, on disk. A blob is there whole or not at all: it is written beside its
 * place, synced, compared with its digest and renamed. Thread-safe.
 */
public final class BlobStore {
  private static final String INCOMING = "blobs/incoming";

  private final Disk disk;
  private final AtomicLong nextIncoming = new AtomicLong();

  /** Opens the blobs of a disk; what a crash left half-written is deleted. */
  public BlobStore(Disk disk) throws IOException {
    this.disk = disk;
    for (String leftover : disk.list(INCOMING)) {
      disk.delete(INCOMING + "/" + leftover);
    }
  }

  /** The digest of some bytes. */
  public static Digest digestOf(byte[] content) {
    return Digest.of(sha256().digest(content));
  }

  /** Whether the blob is here. */
  public boolean has(Digest digest) throws IOException {
    return disk.size(path(digest)) >= 0;
  }

  /** Length in bytes, or -1 if the blob is not here. */
  public long size(Digest digest) throws IOException {
    return disk.size(path(digest));
  }

  /** At most {@code max} bytes of a blob that is here, from an offset; empty at its end. */
  public byte[] read(Digest digest, long offset, int max) throws IOException {
    return disk.read(path(digest), offset, max);
  }

  /** The whole of a small blob that is here. */
  public byte[] readAll(Digest digest) throws IOException {
    return disk.read(path(digest), 0, Math.toIntExact(disk.size(path(digest))));
  }

  /** Keeps some bytes; they are durable on return. */
  public Digest put(byte[] content) throws IOException {
    Digest digest = digestOf(content);
    if (!has(digest)) {
      try (Incoming incoming = begin(digest)) {
        incoming.append(content);
        incoming.commit();
      }
    }
    return digest;
  }

  /** Begins to take in a blob piece by piece. */
  public Incoming begin(Digest digest) throws IOException {
    String temporary = INCOMING + "/" + nextIncoming.incrementAndGet();
    return new Incoming(digest, temporary, disk.append(temporary));
  }

  private static String path(Digest digest) {
    return "blobs/" + digest.hex().substring(0, 2) + "/" + digest.hex();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The content is not what its digest says. */
  public static final class WrongDigestException extends IOException {
    private static final long serialVersionUID = 1;

    WrongDigestException(Digest expected, Digest actual) {
      super(
          "the content's SHA-256 is "
              + actual.hex()
              + ", not "
              + expected.hex()
              + ": it was damaged on its way or changed while it was read; send it again");
    }
  }

  /** A blob on its way in; closing one that was not committed leaves nothing behind. */
  public final class Incoming implements AutoCloseable {
    private final Digest expected;
    private final String temporary;
    private final Disk.Appender file;
    private final MessageDigest sum = sha256();
    private boolean committed;

    private Incoming(Digest expected, String temporary, Disk.Appender file) {
      this.expected = expected;
      this.temporary = temporary;
      this.file = file;
    }

    /** Takes the next piece. */
    public void append(byte[] piece) throws IOException {
      file.append(piece, 0, piece.length);
      sum.update(piece);
    }

    /**
     * Puts the blob in its place, durable on return.
     *
     * @return its length in bytes
     */
    public long commit() throws IOException {
      Digest actual = Digest.of(sum.digest());
      if (!actual.equals(expected)) {
        throw new WrongDigestException(expected, actual);
      }
      long size = file.size();
      file.sync();
      file.close();
      disk.rename(temporary, path(expected));
      committed = true;
      return size;
    }

    @Override
    public void close() throws IOException {
      file.close();
      if (!committed) {
        disk.delete(temporary);
      }
    }
  }
}
