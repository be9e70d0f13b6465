/** One message of a server-sent event stream. */
export type StreamMessage = { event: string; data: string }

/** Cuts a stream of text into messages; what is not yet complete waits for the next piece. */
export class EventStreamReader {
  private rest = ''

  push(piece: string): StreamMessage[] {
    const parts = (this.rest + piece).replace(/\r\n?/g, '\n').split('\n\n')
    this.rest = parts.pop() ?? ''
    return parts.map(readMessage).filter((message) => message.data !== '')
  }
}

function readMessage(text: string): StreamMessage {
  let event = 'message'
  const data: string[] = []
  for (const line of text.split('\n')) {
    const [, field, value] = /^(event|data): ?(.*)$/.exec(line) ?? []
    if (field === 'event') event = value ?? ''
    if (field === 'data') data.push(value ?? '')
  }
  return { event, data: data.join('\n') }
}
