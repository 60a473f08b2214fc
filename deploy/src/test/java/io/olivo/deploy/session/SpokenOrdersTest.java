package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.Order;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenOrdersTest {
  @Test
  void everyLineIsAnOrderOrAnsweredWithTheKnownOnes() {
    List<Order> orders = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    byte[] said = "arm\n\n  Freeze \nhalt\nstop".getBytes(StandardCharsets.UTF_8);
    new SpokenOrders(orders::add, answers::add).read(new ByteArrayInputStream(said));
    assertEquals(List.of(Order.ARM, Order.FREEZE, Order.STOP), orders);
    assertEquals(1, answers.size());
    assertTrue(answers.getFirst().startsWith("\"halt\" is no order"), answers.getFirst());
  }
}
