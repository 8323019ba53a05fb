package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.HashMap;
import java.util.Map;

/** Channels and tasklet handles travel in messages, fields and maps. */
public final class ChannelsOverChannels {
  record Request(String key, int value, Channel<Integer> reply) {}

  static final class Client {
    private final Channel<Request> server;
    private final Channel<Integer> replies = Channel.rendezvous();

    Client(Channel<Request> server) {
      this.server = server;
    }

    int ask(String key, int value) {
      server.send(new Request(key, value, replies));
      return replies.receive();
    }
  }

  static int serve(Channel<Request> requests) {
    Map<String, Integer> totals = new HashMap<>();
    int served = 0;
    for (Request r : requests) { // frozen here
      int total = totals.merge(r.key(), r.value(), Integer::sum);
      r.reply().send(total);
      served++;
    }
    return served;
  }

  public static void main(String[] args) {
    Channel<Request> requests = Channel.rendezvous();
    Tasklet<Integer> server = Tasklet.spawn(() -> serve(requests));
    Channel<Tasklet<Integer>> handles = Channel.buffered(1);
    handles.send(server);
    Client client = new Client(requests);
    int last = 0;
    for (int i = 0; i < 10; i++) { // frozen here
      last = client.ask(i % 2 == 0 ? "even" : "odd", i);
    }
    requests.close();
    System.out.println(last + " " + handles.receive().join());
  }
}
