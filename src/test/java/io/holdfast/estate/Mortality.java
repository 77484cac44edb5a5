package io.holdfast.estate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The way to AWS of a process that dies at its n-th call: nothing it does afterwards reaches AWS or the ledger any more,
 * whatever the code above makes of the error.
 */
final class Mortality {
    private final int diesAt;
    private final Moment moment;
    private int calls;
    private boolean dead;

    Mortality(int diesAt, Moment moment) {
        this.diesAt = diesAt;
        this.moment = moment;
    }

    /** One that never dies and only counts. */
    static Mortality immortal() {
        return new Mortality(0, Moment.BEFORE_SEND);
    }

    boolean isDead() {
        return dead;
    }

    /** To be called before each write to the ledger. */
    void beforeLedgerWrite(String attempted) {
        if (dead) {
            throw new Died("before " + attempted);
        }
    }

    SdkHttpClient over(SdkHttpClient wire) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return mortal(wire.prepareRequest(request));
            }

            @Override
            public void close() {
                wire.close();
            }
        };
    }

    private ExecutableHttpRequest mortal(ExecutableHttpRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                request.abort();
            }
        };
    }

    private HttpExecuteResponse answer(ExecutableHttpRequest request) throws IOException {
        boolean now = ++calls == diesAt;
        dead |= now && moment == Moment.BEFORE_SEND;
        if (dead) {
            throw new Died("before a call was sent");
        }
        HttpExecuteResponse response = request.call();
        dead = now;
        if (dead && moment == Moment.REPLY_LOST) {
            throw new Died("before the reply came");
        }
        return dead ? whole(response) : response;
    }

    /** The reply arrived whole before the end. */
    private static HttpExecuteResponse whole(HttpExecuteResponse response) throws IOException {
        byte[] body = response.responseBody().isPresent()
                ? response.responseBody().get().readAllBytes()
                : new byte[0];
        return HttpExecuteResponse.builder()
                .response(response.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    /** When within a call the process dies. */
    enum Moment {
        BEFORE_SEND,
        /** After the effect, before the reply. */
        REPLY_LOST,
        /** After the reply, before the ledger hears of it. */
        AFTER_REPLY
    }

    /** The end of a process. Not an exception, so that nothing that handles exceptions outlives it. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died(String when) {
            super("died " + when);
        }
    }
}
