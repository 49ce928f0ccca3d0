package jinbo.platform.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;

/** A connection that a client has opened, and how far its request has come; guarded by its {@link ConnectionLimiter}. */
final class ClientConnection {

    enum Phase {
        /** Nothing, between two requests. */
        IDLE,
        /** Parts of a request come in; no thread waits for them. */
        READING,
        /** A thread waits for the request's body. */
        WAITING,
        /** Its request is whole and is answered. */
        SERVED
    }

    private final SocketChannel channel;
    private final String network;
    private Phase phase = Phase.READING;
    private long since;
    private BooleanSupplier hasBegunToSend = () -> false;
    private volatile boolean isCutOff;

    /** @param now in nanoseconds */
    ClientConnection(SocketChannel channel, String network, long now) {
        this.channel = channel;
        this.network = network;
        this.since = now;
    }

    SocketChannel channel() {
        return channel;
    }

    String network() {
        return network;
    }

    Phase phase() {
        return phase;
    }

    /** Whether its answer is on its way, which for a small one takes microseconds while the client reads. */
    boolean isSending() {
        return phase == Phase.SERVED && hasBegunToSend.getAsBoolean();
    }

    /** When it became idle, its request began, or its request was whole, in nanoseconds. */
    long since() {
        return since;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether nothing more is read from it. */
    boolean isCutOff() {
        return isCutOff;
    }

    void to(Phase next) {
        phase = next;
    }

    void serve(BooleanSupplier hasBegunToSendAnswer, long now) {
        to(Phase.SERVED, now);
        hasBegunToSend = hasBegunToSendAnswer;
    }

    void to(Phase next, long now) {
        phase = next;
        since = now;
    }

    /**
     * Nothing more is read from it. Tomcat sees the end of what the client sends and closes it itself: to close it from another thread
     * could hand its buffers to somebody else's connection while they are in use. An answer can still be sent, unless it is being sent
     * already and the client does not read it.
     */
    void cutOff() {
        isCutOff = true;
        try {
            channel.shutdownInput();
            if (isSending()) {
                channel.shutdownOutput();
            }
        } catch (IOException e) {
            // the client has closed it
        }
    }
}
