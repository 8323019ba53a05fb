package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.stint.proto.MapAnswer;
import dev.stint.proto.MapEntry;
import dev.stint.proto.MapRequest;
import dev.stint.proto.NodeMessage;
import dev.stint.runtime.MapQuestion;
import dev.stint.runtime.MapReply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MapRequestsTest {
  private final List<MapRequest> heard = new ArrayList<>();
  private final MapRequests requests = new MapRequests(this::hear);

  private void hear(NodeMessage message) {
    heard.add(message.getMapRequest());
  }

  private static byte[] bytes(String text) {
    return ByteString.copyFromUtf8(text).toByteArray();
  }

  @Test
  void each_operation_is_asked_as_what_it_is() {
    requests.ask("m", new MapQuestion.Get(bytes("k")));
    requests.ask("m", new MapQuestion.Put(bytes("k"), bytes("v")));
    requests.ask("m", new MapQuestion.Remove(bytes("k")));
    requests.ask("m", new MapQuestion.CompareAndSet(bytes("k"), null, bytes("v")));
    requests.ask("m", new MapQuestion.CompareAndSet(bytes("k"), bytes("v"), null));
    requests.ask("m", new MapQuestion.Entries());
    assertThat(heard)
        .extracting(MapRequest::getOperationCase)
        .containsExactly(
            MapRequest.OperationCase.GET,
            MapRequest.OperationCase.PUT,
            MapRequest.OperationCase.REMOVE,
            MapRequest.OperationCase.COMPARE_AND_SET,
            MapRequest.OperationCase.COMPARE_AND_SET,
            MapRequest.OperationCase.ENTRIES);
    assertThat(heard).extracting(MapRequest::getId).doesNotHaveDuplicates();
    assertThat(heard.get(3).getCompareAndSet().hasExpected()).isFalse();
    assertThat(heard.get(4).getCompareAndSet().hasValue()).isFalse();
  }

  @Test
  void an_answer_reaches_its_question_once() {
    CompletableFuture<MapReply> first = requests.ask("m", new MapQuestion.Get(bytes("a")));
    CompletableFuture<MapReply> second = requests.ask("m", new MapQuestion.Entries());
    requests.answered(
        MapAnswer.newBuilder()
            .setId(heard.get(1).getId())
            .setApplied(true)
            .addEntries(MapEntry.newBuilder().setKey(ByteString.copyFromUtf8("k")))
            .build());
    assertThat(first).isNotDone();
    assertThat(second.join().entries().getFirst().key()).isEqualTo(bytes("k"));
    requests.answered(MapAnswer.newBuilder().setId(heard.get(1).getId()).build());
    requests.answered(MapAnswer.newBuilder().setId(heard.get(0).getId()).build());
    assertThat(first.join().value()).isNull();
    assertThat(first.join().applied()).isFalse();
  }

  @Test
  void what_is_not_answered_is_asked_again() {
    CompletableFuture<MapReply> open = requests.ask("m", new MapQuestion.Get(bytes("a")));
    requests.redrive();
    assertThat(heard).hasSize(1);
    requests.redrive();
    assertThat(heard).hasSize(2);
    requests.sessionBegan();
    assertThat(heard).hasSize(3);
    assertThat(heard).containsOnly(heard.getFirst());
    requests.answered(
        MapAnswer.newBuilder()
            .setId(heard.getFirst().getId())
            .setApplied(true)
            .setValue(ByteString.copyFromUtf8("v"))
            .build());
    assertThat(open.join().value()).isEqualTo(bytes("v"));
    requests.redrive();
    requests.sessionBegan();
    assertThat(heard).hasSize(3);
  }
}
