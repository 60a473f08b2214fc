package io.olivo.controller.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ed25519 keys (RFC 8032) in PEM files, by the JDK's own provider. {@code openssl genpkey
 * -algorithm ed25519} makes the same files.
 */
public final class SigningKeys {
  private static final String ED25519 = "Ed25519";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY");

  private SigningKeys() {}

  /**
   * Makes a pair: {@code NAME.key}, which its owner alone may read, and {@code NAME.pub}.
   *
   * @throws IOException when one of them is there already, or the disk refuses
   */
  public static void make(Path key, Path pub) throws IOException {
    for (Path file : new Path[] {key, pub}) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file + " is there already, and stays as it is");
      }
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
      createPrivate(key);
      Files.writeString(key, pem("PRIVATE", pair.getPrivate().getEncoded()));
      Files.writeString(pub, pem("PUBLIC", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }

  /** Empty, and nobody else's before a secret is in it. */
  private static void createPrivate(Path key) throws IOException {
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.write(key, new byte[0], StandardOpenOption.CREATE_NEW);
    }
  }

  private static String pem(String what, byte[] encoded) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n".formatted(what, text, what);
  }

  /**
   * Reads a private key.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public static PrivateKey readPrivate(Path file) {
    try {
      byte[] encoded = read(file, "PRIVATE");
      return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + ": is no private Ed25519 key", e);
    }
  }

  /**
   * Reads a public key.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public static PublicKey readPublic(Path file) {
    try {
      byte[] encoded = read(file, "PUBLIC");
      return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + ": is no public Ed25519 key", e);
    }
  }

  private static byte[] read(Path file, String what) {
    try {
      Matcher found = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (found.find() && found.group(1).equals(what)) {
        return Base64.getMimeDecoder().decode(found.group(2));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read", e);
    }
    throw new IllegalArgumentException(
        "%s: holds no %s key; make a pair by: olivo snapshot keys NAME"
            .formatted(file, what.toLowerCase(Locale.ROOT)));
  }

  /** Signs. */
  public static byte[] sign(PrivateKey key, byte[] text) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign: " + e.getMessage(), e);
    }
  }

  /** Whether a key has signed a text. */
  public static boolean signed(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ED25519);
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // not even the form of one
    }
  }
}
