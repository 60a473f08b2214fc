package io.olivo.deploy.board;

import io.olivo.sensors.bus.BusException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/**
 * Answers the transfers of one bus. Each is a bus, an address, 1 to read or 0 to write, 0, and 16
 * bits of length, then what is written; the answer is 1, or 0 when nobody answers at the address,
 * then what was read.
 */
final class ChipDoor implements Runnable {
  private final Socket socket;
  private final SlowPlant plant;

  ChipDoor(Socket socket, SlowPlant plant) {
    this.socket = socket;
    this.plant = plant;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        answer(in, socket.getOutputStream());
      }
    } catch (EOFException e) {
      // The machine is gone.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(DataInputStream in, OutputStream out) throws IOException {
    int bus = in.readUnsignedByte();
    int address = in.readUnsignedByte();
    boolean reads = in.readUnsignedShort() != 0;
    byte[] bytes = new byte[in.readUnsignedShort()];
    if (!reads) {
      in.readFully(bytes);
    }
    out.write(answer(bus, address, reads, bytes));
  }

  private byte[] answer(int bus, int address, boolean reads, byte[] bytes) {
    try {
      if (!reads) {
        plant.write(bus, address, bytes);
        return new byte[] {1};
      }
      plant.read(bus, address, bytes);
    } catch (BusException nobody) {
      return new byte[] {0};
    }
    byte[] answer = new byte[1 + bytes.length];
    answer[0] = 1;
    System.arraycopy(bytes, 0, answer, 1, bytes.length);
    return answer;
  }
}
