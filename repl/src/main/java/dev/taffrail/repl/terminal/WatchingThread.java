package dev.taffrail.repl.terminal;

import dev.taffrail.repl.ReplSession;
import org.jline.reader.LineReader;

/** Looks now and then whether files have changed, and tells it above the line that is typed. */
final class WatchingThread extends Thread {
  private static final long PAUSE_MILLIS = 700;

  private final ReplSession session;
  private final LineReader reader;

  WatchingThread(ReplSession session, LineReader reader) {
    super("taffrail-watch");
    setDaemon(true);
    this.session = session;
    this.reader = reader;
  }

  @Override
  public void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        if (session.settings().watch()) {
          String news;
          synchronized (session) {
            news = session.newsOfFiles().text();
          }
          if (!news.isEmpty()) {
            reader.printAbove(news.stripTrailing());
          }
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
