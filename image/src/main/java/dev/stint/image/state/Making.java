package dev.stint.image.state;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What an object of the JDK was made from, where the object itself does not tell.
 *
 * @param parts the arguments, in the order in which the codec of its class wants them
 */
public record Making(List<@Nullable Object> parts) {
  private static final ConcurrentHashMap<Key, Making> KNOWN = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

  /** The part at {@code index}. */
  public @Nullable Object part(int index) {
    return parts.get(index);
  }

  /** How {@code made} was made; null if code made it that was not transformed. */
  public static @Nullable Making of(Object made) {
    return KNOWN.isEmpty() ? null : KNOWN.get(new Key(made, null));
  }

  /** Remembers how {@code made} was made, for as long as it lives. */
  public static <T> T remember(T made, @Nullable Object... parts) {
    forgetGone();
    KNOWN.put(new Key(made, GONE), new Making(Arrays.asList(parts)));
    return made;
  }

  private static void forgetGone() {
    for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      if (gone instanceof Key key) {
        KNOWN.remove(key);
      }
    }
  }

  /** An object by identity, held weakly. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, @Nullable ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key key && key.get() == mine;
    }
  }
}
