package dev.stint.image;

import dev.stint.image.state.IteratorState;
import dev.stint.image.state.ListIteratorState;
import dev.stint.image.state.TrackedEntry;
import dev.stint.image.state.TrackedIterator;
import dev.stint.image.state.TrackedListIterator;
import dev.stint.image.state.TrackedView;
import dev.stint.image.state.ViewState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codecs of tracked iterators, entries and views: they travel as what they were made from. */
@SuppressWarnings("EnumOrdinal") // The numbers are part of the format; constants keep their place.
final class StateTypes {
  /** These take in all their subclasses. */
  static final java.util.List<Class<?>> FAMILIES =
      java.util.List.of(TrackedIterator.class, TrackedView.class);

  private StateTypes() {}

  static void register(TypeTable.Registrar to) {
    to.add(
        160,
        TrackedIterator.class,
        new ValueCodec<>(StateTypes::writeIterator, StateTypes::readIterator, StateTypes::label));
    to.add(
        161,
        TrackedListIterator.class,
        new ValueCodec<>(StateTypes::writeList, StateTypes::readList, StateTypes::label));
    to.add(
        162,
        TrackedView.class,
        new ValueCodec<>(StateTypes::writeView, StateTypes::readView, StateTypes::label));
    to.add(
        163,
        TrackedEntry.class,
        new ValueCodec<TrackedEntry<?, ?>>(
            (v, out) -> {
              out.writeRef(v.map());
              out.writeRef(v.getKey());
              out.writeRef(v.getValue());
            },
            in -> TrackedEntry.thaw(in.readRef(Map.class), in.readRef(), in.readRef()),
            StateTypes::label));
  }

  private static PathSegment label(int index) {
    return index == 0 ? new PathSegment(".owner", false) : PathSegment.element(index - 1);
  }

  private static void writeIterator(TrackedIterator<?> iterator, ImageOutput out) {
    IteratorState state = iterator.state();
    out.writeRef(state.owner());
    out.writeByte(state.kind().ordinal());
    out.writeCount(state.passed());
    out.writeBoolean(state.removable());
    out.writeByte(state.ending().ordinal());
    out.writeRef(state.last());
    @Nullable Object @Nullable [] remaining = state.remaining();
    out.writeBoolean(remaining != null);
    if (remaining != null) {
      out.writeCount(remaining.length);
      for (Object element : remaining) {
        out.writeRef(element);
      }
    }
  }

  private static TrackedIterator<?> readIterator(ImageInput in) {
    Object owner = in.readRef(Object.class);
    IteratorState.Kind kind = pick(IteratorState.Kind.values(), in.readByte());
    int passed = in.readCount();
    boolean removable = in.readBoolean();
    IteratorState.Ending ending = pick(IteratorState.Ending.values(), in.readByte());
    Object last = in.readRef();
    @Nullable Object @Nullable [] remaining = null;
    if (in.readBoolean()) {
      remaining = new Object[in.readLength(1)];
      for (int i = 0; i < remaining.length; i++) {
        remaining[i] = in.readRef();
      }
    }
    TrackedIterator<?> iterator =
        TrackedIterator.of(
            new IteratorState(kind, owner, passed, removable, remaining, ending, last));
    in.whenComplete(iterator::meetOwner);
    return iterator;
  }

  private static void writeList(TrackedListIterator<?> iterator, ImageOutput out) {
    ListIteratorState state = iterator.state();
    out.writeRef(state.owner());
    out.writeCount(state.cursor());
    out.writeByte(state.lastMove().ordinal());
    out.writeBoolean(state.changed());
    out.writeBoolean(state.hasNext());
  }

  private static TrackedListIterator<?> readList(ImageInput in) {
    TrackedListIterator<?> iterator =
        TrackedListIterator.of(
            new ListIteratorState(
                in.readRef(java.util.List.class),
                in.readCount(),
                pick(ListIteratorState.Move.values(), in.readByte()),
                in.readBoolean(),
                in.readBoolean()));
    in.whenComplete(iterator::meetOwner);
    return iterator;
  }

  private static void writeView(TrackedView view, ImageOutput out) {
    ViewState state = view.state();
    out.writeRef(state.owner());
    out.writeByte(state.kind().ordinal());
    out.writeRef(state.low());
    out.writeBoolean(state.lowInclusive());
    out.writeRef(state.high());
    out.writeBoolean(state.highInclusive());
  }

  private static TrackedView readView(ImageInput in) {
    Object owner = in.readRef(Object.class);
    ViewState.Kind kind = pick(ViewState.Kind.values(), in.readByte());
    TrackedView view =
        new ViewState(kind, owner, in.readRef(), in.readBoolean(), in.readRef(), in.readBoolean())
            .toView();
    if (kind != ViewState.Kind.BROKEN_SUB_LIST) {
      in.whenComplete(view::real);
    }
    return view;
  }

  private static <T> T pick(T[] values, int index) {
    if (index < 0 || index >= values.length) {
      throw new ImageFormatException("no kind number " + index + ": the image is damaged");
    }
    return values[index];
  }
}
