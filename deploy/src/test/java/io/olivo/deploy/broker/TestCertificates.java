package io.olivo.deploy.broker;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority made for one test, and what it has signed, as PEM files in a folder. */
final class TestCertificates {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  /** A key and its certificate. */
  record Identity(KeyPair keys, X509Certificate certificate, Path pem, Path key) {}

  private final Path folder;
  private final String name;
  private final KeyPair keys;
  final X509Certificate certificate;
  final Path pem;

  TestCertificates(Path folder, String name) throws Exception {
    this.folder = folder;
    this.name = name;
    keys = newKeys();
    certificate = sign(name, keys, true, null);
    pem = write(name + ".crt", "CERTIFICATE", certificate.getEncoded());
  }

  /** A certificate for a host's DNS name, or for a client. */
  Identity issue(String subject, GeneralName host) throws Exception {
    KeyPair own = newKeys();
    X509Certificate signed = sign(subject, own, false, host);
    return new Identity(
        own,
        signed,
        write(subject + "-by-" + name + ".crt", "CERTIFICATE", signed.getEncoded()),
        write(subject + "-by-" + name + ".key", "PRIVATE KEY", own.getPrivate().getEncoded()));
  }

  static GeneralName dns(String host) {
    return new GeneralName(GeneralName.dNSName, host);
  }

  /** What a server with this identity speaks TLS by; it trusts clients of this authority. */
  SSLContext server(Identity identity) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        "own",
        identity.keys().getPrivate(),
        new char[0],
        new X509Certificate[] {identity.certificate()});
    own.setCertificateEntry("ca", certificate);
    KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    mine.init(own, new char[0]);
    TrustManagerFactory theirs =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    theirs.init(own);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509Certificate sign(String subject, KeyPair own, boolean authority, GeneralName host)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + name),
            BigInteger.valueOf(SERIAL.getAndIncrement()),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofHours(1))),
            new X500Name("CN=" + subject),
            own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (host != null) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }

  private Path write(String file, String what, byte[] encoded) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        folder.resolve(file),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
  }
}
