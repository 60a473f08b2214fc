package io.olivo.controller.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SendingPlaceTest {
  private static final long ON_ITS_WAY = 500;

  private final SendingPlace place = new SendingPlace(10, ON_ITS_WAY);

  @Test
  void whatAnEarlierRunLeftIsSentOnlyWhenSomebodyLacksIt() {
    assertEquals(10, place.last());
    place.lacks(4, 3, 0);
    assertEquals(3, place.last());
    assertTrue(place.isRepeat(4));
    assertFalse(place.isRepeat(11));
  }

  @Test
  void whatWasSentJustNowIsOnItsWay() {
    place.sent(11, 100);
    place.lacks(11, 10, 100 + ON_ITS_WAY);
    assertEquals(11, place.last());
    place.lacks(11, 10, 101 + ON_ITS_WAY);
    assertEquals(10, place.last());
  }

  @Test
  void anOlderGapIsFilledAlthoughNewerOnesAreOnTheirWay() {
    place.sent(11, 100);
    place.sent(12, 700);
    place.lacks(11, 10, 800);
    assertEquals(10, place.last());
  }

  @Test
  void whoNeverLearnsDoesNotKeepNewEventsFromOthers() {
    place.lacks(1, 0, 0);
    long nanos = 0;
    long rounds = 0;
    long sent = 0;
    while (sent < 10 && rounds < 1000) {
      sent = place.last() + 1;
      place.sent(sent, nanos);
      nanos += ON_ITS_WAY + 1;
      place.lacks(1, 0, nanos);
      rounds++;
    }
    assertTrue(rounds > 10, "it did go back");
    assertTrue(rounds < 100, "and arrived: " + rounds);
  }

  @Test
  void askingAgainWhileItIsBeingRepeatedDoesNotBeginAnew() {
    place.sent(11, 0);
    place.sent(12, 0);
    place.lacks(11, 10, 1000);
    place.sent(11, 1000);
    place.lacks(11, 10, 1001);
    assertEquals(11, place.last());
  }

  @Test
  void whoLacksOnlyWhatIsStillToComeChangesNothing() {
    place.sent(11, 0);
    place.lacks(12, 11, 1000);
    assertEquals(11, place.last());
  }
}
