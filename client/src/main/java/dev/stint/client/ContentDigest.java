package dev.stint.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of some content. */
public final class ContentDigest {
  private static final int BYTES = 32;

  private final byte[] sha256;

  private ContentDigest(byte[] sha256) {
    if (sha256.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + sha256.length);
    }
    this.sha256 = sha256;
  }

  public static ContentDigest of(byte[] sha256) {
    return new ContentDigest(sha256.clone());
  }

  static ContentDigest parse(String hex) {
    return new ContentDigest(HexFormat.of().parseHex(hex));
  }

  /** The digest that names an ordered list of contents: the digest of their digests. */
  public static ContentDigest ofAll(Collection<ContentDigest> parts) {
    MessageDigest digest = start();
    parts.forEach(part -> digest.update(part.sha256));
    return new ContentDigest(digest.digest());
  }

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return sha256.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContentDigest digest && Arrays.equals(sha256, digest.sha256);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sha256);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(sha256);
  }
}
