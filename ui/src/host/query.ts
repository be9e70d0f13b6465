import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'

import type { Page } from '../gen/types'
import { ask, host } from '.'
import { isStale, type CommandName, type Input, type Output } from './commands'
import type { CallFailure } from './host'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallFailure
  }
}

/** Answers live until a command makes them stale: the file on this disk is the only source. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

host.onStale((stale) => {
  void queryClient.invalidateQueries({ predicate: (query) => isStale(String(query.queryKey[0]), stale) })
})

/** Runs a command; a refusal or fault is thrown as the value it is. */
export async function run<C extends CommandName>(command: C, input: Input<C>): Promise<Output<C>> {
  const outcome = await host.call(command, input)
  if ('ok' in outcome) return outcome.ok
  throw outcome.error
}

/** Answers a question of a screen; see `ask`. */
async function answer<C extends CommandName>(command: C, input: Input<C>): Promise<Output<C>> {
  const outcome = await ask(command, input)
  if ('ok' in outcome) return outcome.ok
  throw outcome.error
}

type QueryOptions = { isEnabled?: boolean; refreshEvery_ms?: number }

/** The answer of a query command, kept fresh. */
export function useAnswer<C extends CommandName>(
  command: C,
  input: Input<C>,
  { isEnabled = true, refreshEvery_ms }: QueryOptions = {},
): UseQueryResult<Output<C>> {
  return useQuery({
    queryKey: [command, input],
    queryFn: () => answer(command, input),
    enabled: isEnabled,
    refetchInterval: refreshEvery_ms ?? false,
    placeholderData: keepPreviousData,
  })
}

type PagedCommand = { [C in CommandName]: Output<C> extends Page<unknown> ? C : never }[CommandName]
type RowOf<C extends PagedCommand> = Output<C> extends Page<infer Row> ? Row : never

export type Rows<Row> = {
  rows: Row[]
  total: number
  isLoading: boolean
  isStale: boolean
  failure: CallFailure | null
  more: () => void
  retry: () => void
}

/** A paged query as one growing list. */
export function useRows<C extends PagedCommand>(command: C, input: Omit<Input<C>, 'page'>): Rows<RowOf<C>> {
  const query = useInfiniteQuery({
    queryKey: [command, input, 'rows'],
    queryFn: ({ pageParam }) =>
      answer(command, { ...input, page: { after: pageParam, first: 100 } } as unknown as Input<C>),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as Page<unknown>).next,
    placeholderData: keepPreviousData,
  })
  const pages = (query.data?.pages ?? []) as Page<RowOf<C>>[]
  return {
    rows: pages.flatMap((page) => page.rows),
    total: pages[0]?.total ?? 0,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    failure: query.error,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    retry: () => void query.refetch(),
  }
}

/** A command that changes something. */
export function useCommand<C extends CommandName>(command: C) {
  return useMutation<Output<C>, CallFailure, Input<C>>({ mutationFn: (input) => run(command, input) })
}

export type { CallFailure }
