package dev.stint.node.grpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.proto.PeersGrpc;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stream of images to one peer: image after image, each piece only when the peer's window has
 * room. An image counts as handed over when the peer has answered for it.
 */
final class TransferStream {
  private final ManagedChannel channel;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<Image> queued = new ArrayDeque<>();

  @GuardedBy("lock")
  private final List<Image> unanswered = new ArrayList<>();

  @GuardedBy("lock")
  private @Nullable Call call;

  TransferStream(ManagedChannel channel) {
    this.channel = channel;
  }

  void send(List<TransferChunk> chunks, Consumer<String> failed) {
    synchronized (lock) {
      queued.add(new Image(chunks, failed));
      if (call == null) {
        call = new Call();
        channel.resetConnectBackoff();
        PeersGrpc.newStub(channel).transfer(call);
      } else {
        call.pump();
      }
    }
  }

  private void answered(TransferAnswer answer) {
    List<Image> meant = new ArrayList<>();
    synchronized (lock) {
      unanswered.stream().filter(image -> image.isAnsweredBy(answer)).forEach(meant::add);
      unanswered.removeAll(meant);
    }
    if (!answer.getStaged()) {
      meant.forEach(image -> image.failed.accept(answer.getReason()));
    }
  }

  private void broken(Call which, String why) {
    List<Image> failed = new ArrayList<>();
    synchronized (lock) {
      if (call != which) {
        return;
      }
      call = null;
      failed.addAll(unanswered);
      failed.addAll(queued);
      unanswered.clear();
      queued.clear();
    }
    failed.forEach(image -> image.failed.accept(why));
  }

  /** An image, and how far it has been sent. */
  private static final class Image {
    private final List<TransferChunk> chunks;
    private final Consumer<String> failed;
    private int sent;

    Image(List<TransferChunk> chunks, Consumer<String> failed) {
      this.chunks = chunks;
      this.failed = failed;
    }

    boolean isAnsweredBy(TransferAnswer answer) {
      TransferChunk first = chunks.getFirst();
      return first.getCell() == answer.getCell() && first.getAttempt() == answer.getAttempt();
    }
  }

  private final class Call implements ClientResponseObserver<TransferChunk, TransferAnswer> {
    private @Nullable ClientCallStreamObserver<TransferChunk> requests;

    @Override
    public void beforeStart(ClientCallStreamObserver<TransferChunk> stream) {
      requests = stream;
      stream.setOnReadyHandler(this::pump);
    }

    void pump() {
      synchronized (lock) {
        ClientCallStreamObserver<TransferChunk> stream = requests;
        while (stream != null && call == this && stream.isReady() && !queued.isEmpty()) {
          Image image = queued.getFirst();
          stream.onNext(image.chunks.get(image.sent++));
          if (image.sent == image.chunks.size()) {
            unanswered.add(queued.removeFirst());
          }
        }
      }
    }

    @Override
    public void onNext(TransferAnswer answer) {
      answered(answer);
    }

    @Override
    public void onError(Throwable t) {
      broken(this, Status.fromThrowable(t).toString());
    }

    @Override
    public void onCompleted() {
      broken(this, "the peer ended the stream");
    }
  }
}
