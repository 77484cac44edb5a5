package io.holdfast.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates from a PEM file, to be trusted instead of the platform's. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * Reads them.
     *
     * @param key of the configuration that names the file, for the complaint
     * @throws IllegalArgumentException when the file cannot be read or holds no certificate
     */
    static TrustManager[] from(String key, Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            if (number == 0) {
                throw new IllegalArgumentException(key + ": " + pem + " holds no certificate");
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    key + ": " + pem + " cannot be read as certificates: " + unreadable, unreadable);
        }
    }
}
