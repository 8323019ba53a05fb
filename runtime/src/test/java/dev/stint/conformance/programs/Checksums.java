package dev.stint.conformance.programs;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** Checksums and digests that are fed in a loop, and encodings of what comes out. */
public final class Checksums {
  static byte[] block(int i) {
    return ("block " + i + " of the input, ").getBytes(StandardCharsets.UTF_8);
  }

  /** The same sum, by hand: a table in a static, shifts and masks. */
  static final int[] TABLE = new int[256];

  static {
    for (int n = 0; n < 256; n++) {
      int c = n;
      for (int k = 0; k < 8; k++) {
        c = (c & 1) != 0 ? 0xEDB88320 ^ c >>> 1 : c >>> 1;
      }
      TABLE[n] = c;
    }
  }

  static int byHand(int crc, byte[] bytes) {
    for (byte b : bytes) { // frozen here
      crc = TABLE[(crc ^ b) & 0xFF] ^ crc >>> 8;
    }
    return crc;
  }

  public static void main(String[] args) throws Exception {
    CRC32 crc = new CRC32();
    int hand = -1;
    for (int i = 0; i < 12; i++) { // frozen here
      crc.update(block(i));
      hand = byHand(hand, block(i));
    }
    System.out.println(
        Long.toHexString(crc.getValue()) + " " + (crc.getValue() == (~hand & 0xFFFFFFFFL)));
    Adler32 adler = new Adler32();
    for (int i = 0; i < 5; i++) { // frozen here
      adler.update(block(i), 1, 4);
    }
    System.out.println(adler.getValue());
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 12; i++) { // frozen here
      sha.update(block(i));
    }
    byte[] digest = sha.digest();
    System.out.println(HexFormat.of().formatHex(digest));
    StringBuilder hex = new StringBuilder();
    for (byte b : digest) { // frozen here
      hex.append(String.format(Locale.ROOT, "%02X", b));
    }
    System.out.println(new BigInteger(hex.toString(), 16).mod(BigInteger.valueOf(1_000_003)));
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    UUID id = new UUID(0, 0);
    for (int i = 0; i < 3; i++) { // frozen here
      id =
          UUID.nameUUIDFromBytes(
              (id + encoder.encodeToString(block(i))).getBytes(StandardCharsets.US_ASCII));
    }
    System.out.println(id + " " + id.version());
  }
}
