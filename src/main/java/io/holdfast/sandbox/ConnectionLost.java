package io.holdfast.sandbox;

/** The connection ended without an answer; whether the call had its effect is not said. The fronts turn it into what their client would see. */
public final class ConnectionLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean timedOut;

    private ConnectionLost(String message, boolean timedOut) {
        super(message, null, false, false);
        this.timedOut = timedOut;
    }

    /** The other side closed the connection. */
    public static ConnectionLost closed() {
        return new ConnectionLost("connection closed before an answer", false);
    }

    /** The client gave up waiting. */
    public static ConnectionLost timedOut() {
        return new ConnectionLost("no answer in time", true);
    }

    /** Whether the client gave up, rather than the connection being closed. */
    public boolean isTimeout() {
        return timedOut;
    }
}
