package io.holdfast.desired.git;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** Every connection over the web goes through here: to the one server that is configured, and no further. */
final class HttpDoor implements HttpConnectionFactory {
    private static final String ACCEPT_ENCODING = "accept-encoding";

    private final URI server;
    private final List<TrustManager> certificates;
    private final Allowance allowance;

    HttpDoor(Address address, List<TrustManager> certificates, Allowance allowance) {
        this.server = URI.create(address.text());
        this.certificates = certificates;
        this.allowance = allowance;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return guarded(url, Optional.empty());
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return guarded(url, Optional.ofNullable(proxy));
    }

    private HttpConnection guarded(URL url, Optional<Proxy> proxy) throws IOException {
        allowance.check();
        boolean isElsewhere = !url.getProtocol().equals(server.getScheme())
                || !url.getHost().equalsIgnoreCase(server.getHost())
                || port(url.getPort()) != port(server.getPort());
        if (isElsewhere) {
            throw new IOException("the server sends us on to " + url.getProtocol() + "://" + url.getHost()
                    + "; Holdfast does not follow to another");
        }
        if (!isSmart(url)) {
            throw new IOException("the server does not speak git's smart protocol, or there is no repository");
        }
        Neighbourhood.check(server.getHost(), server.getScheme().equals("http"));
        HttpConnection connection = proxy.isPresent() ? new Guarded(url, proxy.get()) : new Guarded(url);
        if (!certificates.isEmpty()) {
            try {
                connection.configure(null, certificates.toArray(TrustManager[]::new), null);
            } catch (GeneralSecurityException broken) {
                throw new IOException(
                        "the certificates of holdfast.source.ca cannot be used: " + broken.getMessage(), broken);
            }
        }
        return connection;
    }

    private int port(int given) {
        return given >= 0 ? given : server.getScheme().equals("http") ? 80 : 443;
    }

    /** The old protocol takes what it likes, file by file, past every limit. */
    private static boolean isSmart(URL url) {
        return url.getPath().endsWith("/git-upload-pack") || "service=git-upload-pack".equals(url.getQuery());
    }

    /** A connection that ends when the allowance does, and whose content is no larger than it looks. */
    private final class Guarded extends JDKHttpConnection {
        Guarded(URL url) throws IOException {
            super(url);
        }

        Guarded(URL url, Proxy proxy) throws IOException {
            super(url, proxy);
        }

        @Override
        public void setRequestProperty(String key, String value) {
            if (!key.toLowerCase(Locale.ROOT).equals(ACCEPT_ENCODING)) {
                super.setRequestProperty(key, value);
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (getHeaderField("Content-Encoding") != null) {
                throw new IOException("the server compresses its answer, which it was not asked to");
            }
            return allowance.over(super.getInputStream());
        }
    }
}
