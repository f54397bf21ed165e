defprotocol Describe do
  def describe(term)
end

defimpl Describe, for: Integer do
  def describe(n), do: "integer #{n}"
end

defimpl Describe, for: List do
  def describe(list), do: "list of #{length(list)}"
end

defmodule Point do
  defstruct x: 0, y: 0
end

defimpl Describe, for: Point do
  def describe(%Point{x: x, y: y}), do: "point #{x}/#{y}"
end

defmodule Counter do
  use GenServer
  def start_link(n), do: GenServer.start_link(__MODULE__, n, name: __MODULE__)
  def add(n), do: GenServer.call(__MODULE__, {:add, n})
  @impl true
  def init(n), do: {:ok, n}
  @impl true
  def handle_call({:add, n}, _from, state), do: {:reply, state + n, state + n}
end

# What Elixir brings: Enum, String, protocols, GenServer, Agent, Task, streams.
defmodule Smoke do
  def start do
    IO.puts(Enum.map_join(1..5, ", ", &Integer.to_string(&1 * &1)))
    IO.inspect(Enum.group_by(~w(apple bob cat avocado), &String.first/1))
    IO.puts(String.upcase("größe") <> " " <> String.reverse("añb") <> " " <> String.pad_leading("7", 3, "0"))
    IO.inspect(String.split("a b  c") |> Enum.with_index())
    {:ok, _} = Counter.start_link(10)
    IO.inspect([Counter.add(5), Counter.add(1)])
    for term <- [1, [1, 2], %Point{x: 1, y: 2}], do: IO.puts(Describe.describe(term))
    IO.inspect(try do Describe.describe(:atom) rescue e in Protocol.UndefinedError -> Exception.message(e) end)
    IO.inspect(%Point{x: 3})
    IO.inspect(Stream.iterate(1, &(&1 * 2)) |> Stream.take_while(&(&1 < 100)) |> Enum.to_list())
    IO.inspect(Map.merge(%{a: 1}, %{b: 2}) |> Enum.sort())
    {:ok, agent} = Agent.start_link(fn -> 1 end)
    Agent.update(agent, &(&1 + 1))
    IO.inspect(Agent.get(agent, & &1))
    IO.inspect(Task.async(fn -> 6 * 7 end) |> Task.await())
    IO.inspect(Integer.parse("12x"))
    IO.inspect(Date.add(~D[2024-02-28], 2))
    IO.inspect(for <<c <- "hey">>, do: c + 1)
    IO.inspect(inspect(%{"k" => [1.5, nil, :a]}, pretty: true))
    :ok
  end
end
