package io.olivo.deploy.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.wire.HomeAssistantDevice;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description against what Home Assistant documents ("MQTT", "Device discovery payload"; "MQTT
 * sensor", "MQTT binary sensor", "MQTT button") and checks (schemas.py of its MQTT integration).
 * Its own program is not here to ask.
 */
class HomeAssistantDeviceTest {
  private static final Set<String> SHARED =
      Set.of("device", "origin", "components", "availability", "state_topic", "qos");
  private static final Set<String> ENTITY =
      Set.of(
          "platform",
          "unique_id",
          "name",
          "value_template",
          "entity_category",
          "json_attributes_topic",
          "json_attributes_template",
          "qos");
  private static final Map<String, Set<String>> OWN =
      Map.of(
          "sensor", Set.of("unit_of_measurement", "device_class", "state_class", "expire_after"),
          "binary_sensor", Set.of("device_class"),
          "button", Set.of("command_topic", "payload_press", "retain"));

  /** TOPIC_MATCHER of discovery.py, after the prefix. */
  private static final Pattern TOPIC =
      Pattern.compile("homeassistant/device/([a-zA-Z0-9_-]+/)?[a-zA-Z0-9_-]+/config");

  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{ [^{}]*(\\{[^{}]*\\})?[^{}]* \\}\\}");

  private static final JsonNode DEVICE =
      JsonMapper.shared()
          .readTree(
              new HomeAssistantDevice(
                      new Topics("arm-2"),
                      "0.1.0",
                      Unit.RADIAN,
                      List.of(
                          new Channel("a.b_c", Unit.RADIAN, -1, 1),
                          new Channel("a_b.c", Unit.KELVIN, 200, 400),
                          new Channel("count", Unit.ONE, 0, 9)),
                      15)
                  .encode());

  @Test
  void goesWhereHomeAssistantLooks() {
    assertTrue(TOPIC.matcher(HomeAssistantDevice.topic("arm-2_B")).matches());
  }

  @Test
  void hasTheSharedOptionsAndNoOthers() {
    assertEquals(SHARED, Set.copyOf(DEVICE.propertyNames()));
  }

  @Test
  void theDeviceHasAnIdAndTheOriginAName() {
    assertEquals("olivo_arm-2", DEVICE.at("/device/identifiers/0").asString());
    assertEquals("arm-2", DEVICE.at("/device/name").asString());
    assertEquals("Olivo", DEVICE.at("/origin/name").asString());
    assertEquals("0.1.0", DEVICE.at("/origin/sw_version").asString());
  }

  @Test
  void isThereWhenTheRobotsRetainedStateSaysSo() {
    assertEquals("olivo/v1/arm-2/state", DEVICE.at("/availability/0/topic").asString());
    assertEquals(
        "{{ 'online' if value_json.online else 'offline' }}",
        DEVICE.at("/availability/0/value_template").asString());
  }

  @Test
  void everyEntityHasAPlatformAnIdOfItsOwnAndOnlyDocumentedOptions() {
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, JsonNode> entity : DEVICE.get("components").properties()) {
      JsonNode options = entity.getValue();
      Set<String> own = OWN.get(options.get("platform").asString());
      Set<String> unknown = new HashSet<>(options.propertyNames());
      unknown.removeAll(ENTITY);
      unknown.removeAll(own);
      assertEquals(Set.of(), unknown, entity.getKey());
      assertTrue(ids.add(options.get("unique_id").asString()), entity.getKey());
    }
    assertEquals(
        Set.of(
            "state",
            "error",
            "link",
            "problem",
            "stop",
            "channel_a.b_c",
            "channel_a_b.c",
            "channel_count"),
        Set.copyOf(DEVICE.get("components").propertyNames()));
  }

  @Test
  void everyTemplateIsOneExpression() {
    Set<String> templates = new HashSet<>();
    for (String name : List.of("value_template", "json_attributes_template")) {
      DEVICE.findValues(name).forEach(found -> templates.add(found.asString()));
    }
    assertEquals(9, templates.size(), templates.toString());
    templates.forEach(text -> assertTrue(TEMPLATE.matcher(text).matches(), text));
  }

  @Test
  void aNumberThatIsNoneBecomesUnknownNotAnError() {
    String value = DEVICE.at("/components/channel_a.b_c/value_template").asString();
    assertEquals(
        "{{ value_json['values']['a.b_c'] if value_json['values']['a.b_c'] is number else None }}",
        value);
  }

  @Test
  void aClassIsGivenOnlyWhereTheUnitBelongsToIt() {
    JsonNode components = DEVICE.get("components");
    assertEquals("temperature", components.get("channel_a_b.c").get("device_class").asString());
    assertEquals("K", components.get("channel_a_b.c").get("unit_of_measurement").asString());
    assertFalse(components.get("channel_a.b_c").has("device_class"));
    assertFalse(components.get("channel_count").has("unit_of_measurement"));
  }

  @Test
  void theOnlyTopicThatIsWrittenToIsTheOneThatStops() {
    List<JsonNode> commands = DEVICE.findValues("command_topic");
    assertEquals(1, commands.size());
    assertEquals("olivo/v1/arm-2/stop", commands.getFirst().asString());
    assertFalse(DEVICE.at("/components/stop/retain").asBoolean());
  }
}
