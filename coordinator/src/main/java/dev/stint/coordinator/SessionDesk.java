package dev.stint.coordinator;

import dev.stint.cluster.NodeProcess;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.OutputAck;
import dev.stint.proto.OutputPart;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in nodes' streams. Calls come from any thread, for one stream one at a time. */
public final class SessionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

  private final CoordinatorCore core;

  SessionDesk(CoordinatorCore core) {
    this.core = core;
  }

  /** A node has opened a stream. */
  public Session open(NodeLink link) {
    return new Session(link);
  }

  /** One stream. */
  public final class Session {
    private final NodeLink link;
    private volatile Optional<NodeProcess> process = Optional.empty();

    private Session(NodeLink link) {
      this.link = link;
    }

    /** The node says something. */
    public void take(NodeMessage message) {
      if (message.hasHello()) {
        core.loop.execute(
            () -> core.hello(message.getHello(), link, it -> process = Optional.of(it)));
      } else if (process.isPresent() && message.hasOutput()) {
        keep(message.getOutput());
      } else {
        core.loop.execute(() -> process.ifPresent(it -> takeOnLoop(it, message)));
      }
    }

    private void takeOnLoop(NodeProcess sender, NodeMessage message) {
      if (message.hasOutput()) { // Sent before the welcome came, by a process that has come back.
        keep(message.getOutput());
        return;
      }
      try {
        core.nodes.take(sender, link, message);
      } catch (RequestException | IllegalArgumentException e) {
        LOG.warn("{} said something that makes no sense: {}", sender, e.getMessage());
      }
    }

    /** What is not acknowledged comes again, so a full disk loses nothing. */
    private void keep(OutputPart part) {
      try {
        JobOutput output = core.outputs.of(Names.job(part.getJobId()));
        long kept =
            output.append(
                part.getCell(),
                part.getOffset(),
                part.getErrorStream(),
                part.getData().toByteArray());
        link.send(
            CoordinatorMessage.newBuilder()
                .setOutputAck(OutputAck.newBuilder().setCell(part.getCell()).setOffset(kept))
                .build());
      } catch (IOException | RequestException e) {
        LOG.error("output of job {} is not kept: {}", part.getJobId(), e.getMessage());
      }
    }

    /** The node has ended the stream in good order: it leaves. */
    public void completed() {
      core.loop.execute(() ->
          process.ifPresent(it -> {
            core.sessions.broken(it, link);
            core.registrar.left(it);
          }));
      link.end();
    }

    /** The stream has broken; the node may come back. */
    public void broken() {
      core.loop.execute(() -> process.ifPresent(it -> core.sessions.broken(it, link)));
    }
  }
}
