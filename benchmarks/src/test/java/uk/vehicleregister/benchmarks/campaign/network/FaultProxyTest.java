package uk.vehicleregister.benchmarks.campaign.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    /// What arrived at the server, which answers each request with the same.
    private final CopyOnWriteArrayList<String> arrived = new CopyOnWriteArrayList<>();

    private ServerSocket server;
    private FaultProxy proxy;
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serve);
        proxy = new FaultProxy(server.getLocalPort());
        client = connect();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    @Test
    void passes_on_what_it_is_given() throws IOException {
        assertThat(ask(client, "one")).isEqualTo("one");
    }

    @Test
    void a_delay_is_a_delay_both_ways() throws IOException {
        proxy.set(new Fault.Delay(Duration.ofMillis(30)));
        long start = System.nanoTime();
        assertThat(ask(client, "one")).isEqualTo("one");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(60));
    }

    @Test
    void a_cut_ends_open_lines_and_new_ones_until_it_is_mended() throws IOException {
        ask(client, "one");
        proxy.set(new Fault.Cut());
        assertThatThrownBy(() -> ask(client, "two")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(connect(), "three")).isInstanceOf(IOException.class);
        proxy.set(new Fault.None());
        assertThat(ask(connect(), "four")).isEqualTo("four");
        assertThat(arrived).containsExactly("one", "four");
    }

    @Test
    void half_open_lines_swallow_everything_and_stay_mute() throws IOException {
        proxy.set(new Fault.HalfOpen(true));
        assertThatThrownBy(() -> ask(client, "one")).isInstanceOf(SocketTimeoutException.class);
        proxy.set(new Fault.None());
        assertThatThrownBy(() -> ask(client, "two")).isInstanceOf(SocketTimeoutException.class);
        assertThat(arrived).isEmpty();
        assertThat(ask(connect(), "three")).isEqualTo("three");
    }

    @Test
    void half_open_lines_that_are_found_out_are_reset_when_mended() {
        proxy.set(new Fault.HalfOpen(false));
        assertThatThrownBy(() -> ask(client, "one")).isInstanceOf(SocketTimeoutException.class);
        proxy.set(new Fault.None());
        assertThatThrownBy(() -> ask(client, "two"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_lost_request_never_arrives_and_strikes_once() throws IOException {
        proxy.set(new Fault.RequestLost("two"));
        assertThat(ask(client, "one")).isEqualTo("one");
        assertThatThrownBy(() -> ask(client, "two")).isInstanceOf(IOException.class);
        assertThat(ask(connect(), "two")).isEqualTo("two");
        assertThat(arrived).containsExactly("one", "two");
        assertThat(proxy.struck()).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_to_a_request_that_arrived() throws IOException {
        proxy.set(new Fault.AnswerLost("two"));
        assertThatThrownBy(() -> ask(client, "two")).isInstanceOf(IOException.class);
        assertThat(arrived).containsExactly("two");
        assertThat(proxy.struck()).isEqualTo(1);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(400);
        return socket;
    }

    private static String ask(Socket socket, String word) throws IOException {
        socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = socket.getInputStream().readNBytes(word.length());
        if (answer.length < word.length()) throw new IOException("ended");
        return new String(answer, StandardCharsets.US_ASCII);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.startVirtualThread(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket socket) {
        byte[] bytes = new byte[100];
        try (socket) {
            for (int read = socket.getInputStream().read(bytes);
                    read >= 0;
                    read = socket.getInputStream().read(bytes)) {
                arrived.add(new String(bytes, 0, read, StandardCharsets.US_ASCII));
                socket.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException gone) {
            // by reset
        }
    }
}
