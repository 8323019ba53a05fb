package dev.stint.node.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.stint.proto.CellMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages between cells are as large as what users send; connections take only so much at once. On
 * the way a large one is cut into pieces, and put together where it arrives. Not thread-safe: one
 * for each stream.
 */
final class Pieces {
  /** Largest message that goes in one piece, in bytes. */
  static final int MAX_PIECE = 1024 * 1024;

  /** Most bytes of a message that is put together, however large the heap is. */
  static final long MAX_MESSAGE = 1L << 30;

  /** Which part of the heap one message may take. */
  private static final int HEAP_SHARE = 2;

  private final long limit;
  private ByteString arrived = ByteString.EMPTY;

  /** For messages as large as the heap allows. */
  Pieces() {
    this(Math.min(MAX_MESSAGE, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
  }

  /** For messages of at most so many bytes. */
  Pieces(long limit) {
    this.limit = limit;
  }

  /** What goes over the stream for a message. */
  static List<CellMessage> of(CellMessage message) {
    if (message.getSerializedSize() <= MAX_PIECE) {
      return List.of(message);
    }
    ByteString whole = message.toByteString();
    List<CellMessage> pieces = new ArrayList<>();
    for (int from = 0; from < whole.size(); from += MAX_PIECE) {
      int to = Math.min(whole.size(), from + MAX_PIECE);
      pieces.add(
          CellMessage.newBuilder()
              .setPiece(whole.substring(from, to))
              .setMorePieces(to < whole.size())
              .build());
    }
    return pieces;
  }

  /**
   * The message that is whole with what has come now, or nothing yet.
   *
   * @throws IllegalArgumentException if the pieces are no message, or a larger one than is taken
   */
  Optional<CellMessage> add(CellMessage message) {
    if (message.getPiece().isEmpty()) {
      return Optional.of(message);
    }
    if (arrived.size() + (long) message.getPiece().size() > limit) {
      arrived = ByteString.EMPTY;
      throw new IllegalArgumentException("a message has more than " + limit + " bytes");
    }
    arrived = arrived.concat(message.getPiece());
    if (message.getMorePieces()) {
      return Optional.empty();
    }
    ByteString whole = arrived;
    arrived = ByteString.EMPTY;
    try {
      return Optional.of(CellMessage.parseFrom(whole));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the pieces of a message do not make one", e);
    }
  }
}
