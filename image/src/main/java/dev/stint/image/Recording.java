package dev.stint.image;

import dev.stint.image.kryo.ByteSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes with references between them, whose numbers are filled in when they are known. */
final class Recording {
  final ByteSink bytes = new ByteSink();
  @Nullable Object[] refs = new Object[16];
  int[] positions = new int[16];
  int refCount;

  void ref(@Nullable Object value) {
    if (refCount == refs.length) {
      refs = Arrays.copyOf(refs, refCount * 2);
      positions = Arrays.copyOf(positions, refCount * 2);
    }
    refs[refCount] = value;
    positions[refCount++] = bytes.position();
  }

  void truncate(int bytePosition, int refPosition) {
    bytes.truncate(bytePosition);
    Arrays.fill(refs, refPosition, refCount, null);
    refCount = refPosition;
  }
}
