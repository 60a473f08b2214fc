package io.olivo.controller.wire;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.List;

/**
 * A robot as Home Assistant shows it: one retained message that describes a device and all its
 * entities, after its page "MQTT", "Device discovery payload" (2024.11 and later). The entities
 * read {@link Summary}s; whether the robot is there, they see from its {@link State}.
 *
 * <p>Its only command is the button that stops: Home Assistant's other commands could not keep the
 * rules of a {@link Command}.
 *
 * @param topics of the robot
 * @param software version of the robot's
 * @param errorUnit of {@link Summary#error}
 * @param shown channels, in the order of the page
 * @param expireSeconds after which a value that nobody renewed counts as lost [s]
 */
public record HomeAssistantDevice(
    Topics topics, String software, Unit errorUnit, List<Channel> shown, long expireSeconds) {
  /** Where Home Assistant says that it is there, as {@link #ONLINE}. */
  public static final String STATUS_TOPIC = "homeassistant/status";

  /** What it says there when it has started. */
  public static final String ONLINE = "online";

  /** What its button says. */
  public static final String STOP = "stop";

  /** Keeps its own copy. */
  public HomeAssistantDevice {
    shown = List.copyOf(shown);
  }

  /** Where the message is retained; an empty one there takes the device away. */
  public static String topic(String robot) {
    return "homeassistant/device/olivo_" + Id.require("robot", robot) + "/config";
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = JsonOut.foreign();
    device(out);
    out.begin("origin").text("name", "Olivo").text("sw_version", software).end();
    availability(out);
    out.text("state_topic", topics.summary()).whole("qos", 0);
    out.begin("components");
    state(out);
    error(out);
    shown.forEach(channel -> channel(out, channel));
    link(out);
    problem(out);
    stopButton(out);
    return out.end().done();
  }

  private void device(JsonOut out) {
    out.begin("device").texts("identifiers", List.of("olivo_" + topics.robot()));
    out.text("name", topics.robot()).text("manufacturer", "Olivo").text("sw_version", software);
    out.end();
  }

  private void availability(JsonOut out) {
    out.beginArray("availability").begin().text("topic", topics.state());
    out.text("value_template", "{{ 'online' if value_json.online else 'offline' }}");
    out.end().endArray();
  }

  private void state(JsonOut out) {
    begin(out, "state", "sensor", "State").text("value_template", "{{ value_json.state }}").end();
  }

  private void error(JsonOut out) {
    numeric(begin(out, "error", "sensor", "Error"), "value_json.error", errorUnit).end();
  }

  private void channel(JsonOut out, Channel channel) {
    begin(out, "channel_" + channel.name(), "sensor", channel.name());
    String value = "value_json['values']['" + channel.name() + "']"; // .values is Jinja's own
    numeric(out, value, channel.unit());
    HomeAssistantClass.of(channel.unit()).ifPresent(its -> out.text("device_class", its));
    out.end();
  }

  private JsonOut numeric(JsonOut out, String value, Unit unit) {
    out.text("value_template", "{{ %s if %s is number else None }}".formatted(value, value));
    if (unit != Unit.ONE) {
      out.text("unit_of_measurement", unit.symbol());
    }
    return out.text("state_class", "measurement").whole("expire_after", expireSeconds);
  }

  private void link(JsonOut out) {
    begin(out, "link", "sensor", "Reconnects").text("entity_category", "diagnostic");
    out.text("value_template", "{{ value_json.reconnects }}").end();
  }

  private void problem(JsonOut out) {
    begin(out, "problem", "binary_sensor", "Problem").text("device_class", "problem");
    out.text("value_template", "{{ 'ON' if value_json.problem else 'OFF' }}");
    out.text("json_attributes_topic", topics.summary());
    out.text("json_attributes_template", "{{ {'reason': value_json.problem} | tojson }}").end();
  }

  private void stopButton(JsonOut out) {
    begin(out, "stop", "button", "Stop").text("command_topic", topics.stop());
    out.text("payload_press", STOP).whole("qos", 1).flag("retain", false).end();
  }

  private JsonOut begin(JsonOut out, String key, String platform, String name) {
    out.begin(key).text("platform", platform);
    return out.text("unique_id", "olivo_" + topics.robot() + "_" + key).text("name", name);
  }
}
