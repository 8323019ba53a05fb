package dev.stint.image;

import java.lang.reflect.Array;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Message digests of the JDK's own provider, in the middle of a message. What an image holds goes
 * into the arrays of a new digest, whose lengths must be the same: compiled code of the JDK relies
 * on them.
 */
final class DigestState {
  private static final String PROVIDER = "SUN";
  private static final List<String> FIELDS =
      List.of("state", "buffer", "bufOfs", "bytesProcessed", "squeezeOffset");

  private DigestState() {}

  static void write(MessageDigest digest, ImageOutput out) {
    if (!isOfJdk(digest) || digest.getAlgorithm().equals("MD2")) {
      throw Anchors.held(
          digest, "its provider hides how far it has got. Digest the whole message at once");
    }
    out.writeText(digest.getAlgorithm());
    out.writeRef(JdkField.of(MessageDigest.class, "state").get(digest));
    Object engine = engine(digest);
    for (String name : FIELDS) {
      JdkField field = find(engine, name);
      out.writeRef(field == null ? null : field.get(engine));
    }
  }

  static MessageDigest read(ImageInput in) {
    MessageDigest digest = make(in.readSomeText());
    JdkField.of(MessageDigest.class, "state").set(digest, in.readRef(Integer.class));
    Object engine = engine(digest);
    for (String name : FIELDS) {
      JdkField field = find(engine, name);
      Object saved = in.readRef();
      if (field != null) {
        restore(field, engine, saved);
      }
    }
    return digest;
  }

  private static boolean isOfJdk(MessageDigest digest) {
    Provider provider = digest.getProvider();
    return provider != null && provider.getName().equals(PROVIDER);
  }

  private static MessageDigest make(String algorithm) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      if (isOfJdk(digest)) {
        return digest;
      }
    } catch (NoSuchAlgorithmException e) {
      // Said below.
    }
    throw new ImageFormatException(
        "no message digest " + ImageFormatException.quoted(algorithm) + " of the JDK here");
  }

  private static void restore(JdkField field, Object engine, @Nullable Object saved) {
    Object fresh = field.value(engine);
    if (saved == null || saved.getClass() != fresh.getClass()) {
      throw damaged();
    }
    if (!fresh.getClass().isArray()) {
      field.set(engine, saved);
      return;
    }
    int length = Array.getLength(fresh);
    if (Array.getLength(saved) != length) {
      throw damaged();
    }
    System.arraycopy(saved, 0, fresh, 0, length);
  }

  private static ImageFormatException damaged() {
    return new ImageFormatException("the state of a message digest in the image is damaged");
  }

  private static Object engine(MessageDigest digest) {
    Class<?> delegate = ClassKinds.superclass(digest.getClass());
    return JdkField.of(delegate, "digestSpi").value(digest);
  }

  /** The field of this name in the engine's class or a superclass. */
  private static @Nullable JdkField find(Object engine, String name) {
    for (Class<?> c = engine.getClass(); c != null; c = c.getSuperclass()) {
      for (var field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return JdkField.of(c, name);
        }
      }
    }
    return null;
  }
}
