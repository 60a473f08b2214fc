package io.olivo.controller.link;

import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** Paho's messages as ours, and back. */
final class PahoMessages {
  private static final byte[] NOTHING = {};

  private PahoMessages() {}

  static Message incoming(String topic, MqttMessage came) {
    MqttProperties properties = came.getProperties();
    return new Message(
        topic,
        came.getPayload(),
        came.isRetained(),
        came.isDuplicate(),
        came.getQos(),
        properties == null ? "" : orEmpty(properties.getResponseTopic()),
        properties == null ? NOTHING : orNothing(properties.getCorrelationData()),
        properties == null ? Message.NO_EXPIRY : orNone(properties.getMessageExpiryInterval()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static byte[] orNothing(byte @Nullable [] bytes) {
    return bytes == null ? NOTHING : bytes;
  }

  private static long orNone(@Nullable Long seconds) {
    return seconds == null ? Message.NO_EXPIRY : seconds;
  }

  static MqttMessage outgoing(Message message) {
    MqttMessage sent = new MqttMessage(message.payload());
    sent.setQos(message.qos());
    sent.setRetained(message.retained());
    sent.setProperties(properties(message));
    return sent;
  }

  private static MqttProperties properties(Message message) {
    MqttProperties properties = new MqttProperties();
    if (message.expirySeconds() != Message.NO_EXPIRY) {
      properties.setMessageExpiryInterval(message.expirySeconds());
    }
    if (!message.responseTopic().isEmpty()) {
      properties.setResponseTopic(message.responseTopic());
    }
    if (message.correlation().length > 0) {
      properties.setCorrelationData(message.correlation());
    }
    return properties;
  }
}
