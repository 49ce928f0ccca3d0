package jinbo.exchange.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.SftpErrorDataHandler;
import org.apache.sshd.sftp.client.SftpMessage;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;

/** The library's SFTP client, which in addition rejects unrequested answers and enforces {@link MinimumThroughput}. */
final class StrictSftpClient extends DefaultSftpClient {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /** Version 3, because its rename must fail if the new name exists (draft-ietf-secsh-filexfer-02, section 6.5). */
    private static final SftpVersionSelector VERSION_3 = SftpVersionSelector.fixedVersionSelector(3);

    /** One answer, SSH_FXP_VERSION, belongs to no numbered request. */
    private static final int VERSION_ANSWERS = 1;

    // No initializers: they would reset what has been counted during the super constructor.
    private long requests;
    private long answers;

    final DropContext dropContext;
    final Duration answerTimeout;

    StrictSftpClient(ClientSession session, DropContext dropContext, Duration answerTimeout) throws IOException {
        super(session, VERSION_3, SftpErrorDataHandler.EMPTY);
        this.dropContext = dropContext;
        this.answerTimeout = answerTimeout;
    }

    @Override
    public SftpMessage write(int command, Buffer buffer) throws IOException {
        synchronized (this) {
            requests++;
        }
        throughput().recordRequest(command, buffer.available());
        return throughput().waitFor(() -> super.write(command, buffer));
    }

    @Override
    public int send(int command, Buffer buffer) throws IOException {
        return throughput().waitFor(() -> super.send(command, buffer));
    }

    @Override
    public Buffer receive(int id, Duration idleTimeout) throws IOException {
        return throughput().waitFor(() -> super.receive(id, idleTimeout));
    }

    @Override
    protected void process(Buffer incoming) throws IOException {
        synchronized (this) {
            answers++;
            if (answers > requests + VERSION_ANSWERS) {
                throw new StreamCorruptedException("the server sent an unexpected answer");
            }
        }
        int type = incoming.array()[incoming.rpos() + Integer.BYTES] & 0xFF;
        throughput().recordAnswer(type, incoming.available());
        super.process(incoming);
    }

    @Override
    public void close() {
        ClientSession session = getClientSession();
        boolean closed = false;
        try {
            closed = session.close(false).await(CLOSE_TIMEOUT);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            closed = false;
        }
        if (!closed) {
            session.close(true);
        }
    }

    private MinimumThroughput throughput() {
        return MinimumThroughput.of(getClientSession());
    }
}
